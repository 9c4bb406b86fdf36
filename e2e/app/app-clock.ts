import { writeFileSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'

/** The clocks of one companion and its windows, which can be put elsewhere by writing to a file. */
export abstract class AppClock {
  protected readonly file: string
  #movedMs = 0

  constructor(file: string) {
    this.file = file
    this.#write()
  }

  /** Of the companion, beside the arguments. */
  abstract get env(): NodeJS.ProcessEnv

  /** First among the arguments of Node or Electron. */
  abstract get args(): readonly string[]

  /** So much time goes by, also while nothing runs. */
  async passes(ms: number, context: BrowserContext | undefined): Promise<void> {
    this.#movedMs += Math.round(ms)
    this.#write()
    if (context) await this.setWindowsOf(context)
  }

  /** Windows that are there, and those that come. */
  async setWindowsOf(context: BrowserContext): Promise<void> {
    const moved = { ms: this.#movedMs, counted: this.isCounted }
    await context.addInitScript(letPass, moved)
    await Promise.all(context.pages().map((page) => page.evaluate(letPass, moved)))
  }

  /** The clocks that only count know of it too. */
  protected abstract get isCounted(): boolean

  /** What the file says. */
  protected abstract written(movedMs: number): string

  #write(): void {
    writeFileSync(this.file, this.written(this.#movedMs))
  }
}

/** Runs in the window. */
function letPass({ ms, counted }: { readonly ms: number; readonly counted: boolean }): void {
  const window = globalThis as typeof globalThis & { passedMs?: number }
  const isFirst = window.passedMs === undefined
  window.passedMs = ms
  if (!isFirst) return
  const { Date: RealDate, performance } = window
  const passed = () => window.passedMs ?? 0
  const now = () => RealDate.now() + passed()
  const realNow = performance.now.bind(performance)
  if (counted) performance.now = () => realNow() + passed()
  window.Date = new Proxy(RealDate, {
    construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}
