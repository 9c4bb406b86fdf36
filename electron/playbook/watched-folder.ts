import { type FSWatcher, watch } from 'node:fs'
import type { Log } from '../log.ts'

/** Editors save in several steps, within this many milliseconds. */
const settling = 60

/**
 * Says that something in a folder changed, once per burst.
 *
 * The system forgets a watcher whose folder is removed, so whoever makes the folder again asks for `watchAgain`.
 */
export class WatchedFolder {
  readonly #path: string
  readonly #changed: () => void
  readonly #log: Log
  #watcher: FSWatcher | null = null
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(path: string, changed: () => void, log: Log) {
    this.#path = path
    this.#changed = changed
    this.#log = log
  }

  get isWatched(): boolean {
    return this.#watcher !== null
  }

  watchAgain(): void {
    this.#watcher?.close()
    this.#watcher = null
    if (this.#isClosed) return
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

  close(): void {
    this.#isClosed = true
    this.#watcher?.close()
    clearTimeout(this.#timer)
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
