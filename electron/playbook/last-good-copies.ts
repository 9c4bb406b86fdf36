import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Log } from '../log.ts'

/** The last readable text of each playbook file, so that a file broken overnight still has its steps in the morning. */
export class LastGoodCopies {
  readonly #folder: string
  readonly #log: Log

  constructor(folder: string, log: Log) {
    this.#folder = folder
    this.#log = log
  }

  async keep(file: string, text: string): Promise<void> {
    if ((await this.find(file)) === text) return
    try {
      await mkdir(this.#folder, { recursive: true })
      await writeFileAtomic(join(this.#folder, file), text)
    } catch (error) {
      this.#log.warn('The last good version of a playbook could not be kept', { error })
    }
  }

  async find(file: string): Promise<string | null> {
    return readFile(join(this.#folder, file), 'utf8').catch(() => null)
  }

  async forget(file: string): Promise<void> {
    await rm(join(this.#folder, file), { force: true }).catch(() => undefined)
  }
}
