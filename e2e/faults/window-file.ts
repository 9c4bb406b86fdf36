import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { BriefStage } from '../../shared/transfer/brief-record.ts'

/** What a window would have in its store; every line is on the disk before anything else happens. */
export type WindowLine =
  /** The office said that a brief came. */
  | { readonly told: string }
  /** It said so although it had been told that the window has it, or twice in one life. */
  | { readonly twice: string }
  /** It settled, and the office knows that the window has it. */
  | { readonly done: string; readonly stage: BriefStage }

export class WindowFile {
  readonly #file: number

  constructor(path: string) {
    this.#file = openSync(path, 'a')
  }

  keep(line: WindowLine): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`)
    fsyncSync(this.#file)
  }

  close(): void {
    closeSync(this.#file)
  }
}

export interface WindowFacts {
  readonly told: ReadonlySet<string>
  readonly twice: readonly string[]
  readonly done: ReadonlyMap<string, BriefStage>
}

/** A line that a kill cut short says nothing. */
export function readWindow(path: string): WindowFacts {
  const told = new Set<string>()
  const twice: string[] = []
  const done = new Map<string, BriefStage>()
  for (const text of textOf(path).split('\n').slice(0, -1)) {
    const line = JSON.parse(text) as WindowLine
    if ('told' in line) told.add(line.told)
    else if ('twice' in line) twice.push(line.twice)
    else done.set(line.done, line.stage)
  }
  return { told, twice, done }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
