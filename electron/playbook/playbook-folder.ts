import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { PlaybookEntry, PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { Log } from '../log.ts'
import { builtInPlaybooks } from './built-in-playbooks.ts'
import { LastGoodCopies } from './last-good-copies.ts'
import { causeOf, textOfFile } from './playbook-file.ts'
import { entryOf, type PlaybookFiles, PlaybookFilesReader } from './playbook-files-reader.ts'
import { publishSchema } from './publish-schema.ts'
import { WatchedFolder } from './watched-folder.ts'

/** Files past this many, by name, are left alone. */
export const mostFiles = 100

/**
 * The built-in playbooks and those of `<dataDir>/playbooks/*.yaml`, kept up to date while people edit the files.
 *
 * A file that cannot be read never takes a working playbook away: its last good version stays beside the errors, also over a
 * restart. Of two playbooks with one id the one that was there first keeps it.
 */
export class PlaybookFolder {
  readonly #dataDir: string
  readonly #path: string
  readonly #log: Log
  readonly #changed: (entries: readonly PlaybookEntry[]) => void
  readonly #builtIn = builtInPlaybooks()
  readonly #lastGood: LastGoodCopies
  readonly #reader: PlaybookFilesReader
  readonly #watched: WatchedFolder
  #files: PlaybookFiles = new Map()
  #scanning: Promise<void> = Promise.resolve()

  constructor(dataDir: string, log: Log, changed: (entries: readonly PlaybookEntry[]) => void) {
    this.#dataDir = dataDir
    this.#path = join(dataDir, 'playbooks')
    this.#log = log
    this.#changed = changed
    this.#lastGood = new LastGoodCopies(join(this.#path, '.last-good'), log)
    this.#reader = new PlaybookFilesReader(this.#path, this.#builtIn, this.#lastGood)
    this.#watched = new WatchedFolder(this.#path, () => void this.scan(), log)
  }

  /** Stops watching; the first `scan` started it. */
  async close(): Promise<void> {
    this.#watched.close()
    await this.#scanning
  }

  entries(): readonly PlaybookEntry[] {
    const ownFiles = [...this.#files.values()].map(({ entry }) => entry)
    return [...this.#builtIn.map(({ file, good }) => entryOf(file, true, good)), ...ownFiles]
  }

  find(file: string): PlaybookEntry | undefined {
    return this.entries().find((entry) => entry.file === file)
  }

  /** The author's own text, for export and editing. */
  async textOf(file: string): Promise<Result<string, PlaybookFailure>> {
    const builtIn = this.#builtIn.find((known) => known.file === file)
    if (builtIn) return success(builtIn.good.text)
    if (!this.#files.has(file)) return failed({ kind: 'playbook.notThere' })
    const text = await textOfFile(join(this.#path, file))
    return text.ok ? text : failed({ kind: 'playbook.notUnderstood', errors: text.failure })
  }

  /** Succeeds when the text is on the disk and `entries` shows it; `file` is a name this side chose or listed. */
  async write(file: string, text: string): Promise<Result<PlaybookEntry, PlaybookFailure>> {
    try {
      await mkdir(this.#path, { recursive: true })
      await writeFileAtomic(join(this.#path, file), text)
    } catch (error) {
      this.#log.error('A playbook could not be saved', { error })
      return failed({ kind: 'playbook.notSaved', cause: causeOf(error) })
    }
    await this.scan()
    const entry = this.find(file)
    return entry ? success(entry) : failed({ kind: 'playbook.notThere' })
  }

  /** Takes a listed file out of the list and keeps it in `.removed`, where the last of each name stays. */
  async remove(file: string): Promise<Result<null, PlaybookFailure>> {
    const removed = join(this.#path, '.removed')
    try {
      await mkdir(removed, { recursive: true })
      await rename(join(this.#path, file), join(removed, file))
    } catch (error) {
      this.#log.error('A playbook could not be removed', { error })
      return failed({ kind: 'playbook.notSaved', cause: causeOf(error) })
    }
    await this.scan()
    return success(null)
  }

  /** Looks at the whole folder and keeps watching it; scans run one after another. */
  scan(): Promise<void> {
    this.#scanning = this.#scanning
      .then(() => this.#scan())
      .catch((error) => {
        this.#log.error('The playbook folder could not be read', { error })
      })
    return this.#scanning
  }

  async #scan(): Promise<void> {
    await mkdir(this.#path, { recursive: true })
    if (await this.#watched.watchIfNew()) await publishSchema(this.#dataDir, this.#log)
    const names = await this.#names()
    const before = this.#files
    const files = await this.#reader.read(names, before)
    this.#files = files
    for (const gone of before.keys()) if (!files.has(gone)) await this.#lastGood.forget(gone)
    if (summary(before) !== summary(files)) this.#changed(this.entries())
  }

  async #names(): Promise<readonly string[]> {
    const names = (await readdir(this.#path)).filter((name) => /^[^.].*\.ya?ml$/i.test(name)).sort()
    if (names.length > mostFiles)
      this.#log.warn('Too many playbooks; some are left out', { found: names.length, most: mostFiles })
    return names.slice(0, mostFiles)
  }
}

function summary(files: PlaybookFiles): string {
  return JSON.stringify([...files.values()].map(({ entry: { playbook, ...rest } }) => ({ ...rest, version: playbook?.version })))
}
