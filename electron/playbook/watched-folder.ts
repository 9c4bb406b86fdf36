import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Log } from '../log.ts'

/** Editors save in several steps, within this many milliseconds. */
const settling = 60

/**
 * Says that something in a folder changed, once per burst.
 *
 * The system silently forgets a watcher whose folder is removed, even when a folder of that name is made at once: whoever
 * looks into the folder calls `watchIfNew` first.
 */
export class WatchedFolder {
  readonly #path: string
  readonly #changed: () => void
  readonly #log: Log
  #watcher: FSWatcher | null = null
  #folder = ''
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(path: string, changed: () => void, log: Log) {
    this.#path = path
    this.#changed = changed
    this.#log = log
  }

  /** Whether the folder is another one than before, and watched from now on. Rejects when there is none. */
  async watchIfNew(): Promise<boolean> {
    const { ino, birthtimeNs } = await stat(this.#path, { bigint: true })
    const folder = `${ino}:${birthtimeNs}`
    if (this.#isClosed || (this.#watcher !== null && folder === this.#folder)) return false
    this.#folder = folder
    this.#watch()
    return true
  }

  close(): void {
    this.#isClosed = true
    this.#watcher?.close()
    clearTimeout(this.#timer)
  }

  #watch(): void {
    this.#watcher?.close()
    try {
      this.#watcher = watch(this.#path, { persistent: false }, () => this.#announce())
      this.#watcher.on('error', (error) => {
        this.#lost(error)
        this.#announce()
      })
    } catch (error) {
      this.#lost(error)
    }
  }

  #announce(): void {
    clearTimeout(this.#timer)
    if (!this.#isClosed) this.#timer = setTimeout(this.#changed, settling)
  }

  #lost(error: unknown): void {
    this.#log.warn('The playbook folder is not watched until it is looked at again', { error })
    this.#watcher?.close()
    this.#watcher = null
  }
}
