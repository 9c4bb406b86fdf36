import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'

const preloaded = path.join(import.meta.dirname, 'passing-time.cjs')

/** The clocks of one companion and its windows, which run on and can be let run ahead; nothing is woken early by it. */
export class StoryClock {
  readonly #file: string
  #passedMs = 0

  constructor(file: string) {
    this.#file = file
    this.#write()
  }

  /** Of the companion, beside the arguments. */
  get env(): Readonly<Record<string, string>> {
    return { STEADYLINE_PASSED: this.#file }
  }

  /** First among the arguments of Node or Electron. */
  get args(): readonly string[] {
    return ['--require', preloaded]
  }

  /** So much time goes by, also while nothing runs. */
  async passes(ms: number, context: BrowserContext | undefined): Promise<void> {
    this.#passedMs += Math.round(ms)
    this.#write()
    if (context) await this.setWindowsOf(context)
  }

  /** Windows that are there, and those that come. */
  async setWindowsOf(context: BrowserContext): Promise<void> {
    await context.addInitScript(letPass, this.#passedMs)
    await Promise.all(context.pages().map((page) => page.evaluate(letPass, this.#passedMs)))
  }

  #write(): void {
    writeFileSync(this.#file, String(this.#passedMs))
  }
}

/** Runs in the window. */
function letPass(ms: number): void {
  const window = globalThis as typeof globalThis & { passedMs?: number }
  const isFirst = window.passedMs === undefined
  window.passedMs = ms
  if (!isFirst) return
  const { Date: RealDate, performance } = window
  const passed = () => window.passedMs ?? 0
  const now = () => RealDate.now() + passed()
  const realNow = performance.now.bind(performance)
  performance.now = () => realNow() + passed()
  window.Date = new Proxy(RealDate, {
    construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}
