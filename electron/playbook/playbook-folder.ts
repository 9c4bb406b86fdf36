import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { PlaybookEntry, PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { Log } from '../log.ts'
import { builtInPlaybooks } from './built-in-playbooks.ts'
import { LastGoodCopies } from './last-good-copies.ts'
import { causeOf, type GoodText, goodText, ofWholeFile, textOfFile } from './playbook-file.ts'
import { publishSchema } from './publish-schema.ts'
import { signatureOf } from './read-steadily.ts'
import { WatchedFolder } from './watched-folder.ts'

/** Files past this many, by name, are left alone. */
export const mostFiles = 100

interface Known {
  readonly signature: string
  readonly entry: PlaybookEntry
}

type Files = ReadonlyMap<string, Known>

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
  readonly #watched: WatchedFolder
  #files: Files = new Map()
  #scanning: Promise<void> = Promise.resolve()

  constructor(dataDir: string, log: Log, changed: (entries: readonly PlaybookEntry[]) => void) {
    this.#dataDir = dataDir
    this.#path = join(dataDir, 'playbooks')
    this.#log = log
    this.#changed = changed
    this.#lastGood = new LastGoodCopies(join(this.#path, '.last-good'), log)
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
    const isNew = (await mkdir(this.#path, { recursive: true })) !== undefined
    if (isNew || !this.#watched.isWatched) {
      this.#watched.watchAgain()
      await publishSchema(this.#dataDir, this.#log)
    }
    const names = await this.#names()
    const before = this.#files
    let files = await this.#read(names, before)
    if (hasTakenId(files)) files = await this.#read(names, files)
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

  async #read(names: readonly string[], before: Files): Promise<Files> {
    const staying = new Map([...before].filter(([name]) => names.includes(name)))
    const files = new Map<string, Known>()
    for (const name of names) {
      const known = await this.#readOne(name, staying)
      staying.delete(name)
      if (known === null) continue
      files.set(name, known)
      staying.set(name, known)
    }
    return files
  }

  async #readOne(name: string, others: Files): Promise<Known | null> {
    const path = join(this.#path, name)
    const before = others.get(name)
    const signature = await signatureOf(path).catch(() => null)
    if (signature === null) return null
    if (before?.signature === signature && before.entry.errors.length === 0) return before
    const text = await textOfFile(path)
    const read = text.ok ? goodText(text.value) : text
    const good = read.ok ? this.#withOwnId(name, read.value, others) : read
    if (good.ok) {
      await this.#lastGood.keep(name, good.value.text)
      return { signature, entry: entryOf(name, false, good.value) }
    }
    const last = before?.entry.playbook ? before.entry : await this.#lastGoodEntry(name, others)
    return { signature, entry: { ...last, errors: good.failure } }
  }

  async #lastGoodEntry(name: string, others: Files): Promise<PlaybookEntry> {
    const none = { file: name, builtIn: false, playbook: null, warnings: [], errors: [] }
    const text = await this.#lastGood.find(name)
    const read = text === null ? null : goodText(text)
    if (!read?.ok) return none
    const good = this.#withOwnId(name, read.value, others)
    return good.ok ? entryOf(name, false, good.value) : none
  }

  #withOwnId(name: string, good: GoodText, others: Files): ReturnType<typeof goodText> {
    const { id } = good.playbook
    const ofOthers = [...others.values()].map(({ entry }) => entry).filter(({ file }) => file !== name)
    const owner =
      this.#builtIn.find((known) => known.good.playbook.id === id)?.file ??
      ofOthers.find(({ playbook }) => playbook?.id === id)?.file
    return owner === undefined ? success(good) : failed(ofWholeFile('id.taken', { id, other: owner }))
  }
}

function entryOf(file: string, builtIn: boolean, { playbook, warnings }: GoodText): PlaybookEntry {
  return { file, builtIn, playbook, warnings, errors: [] }
}

function hasTakenId(files: Files): boolean {
  return [...files.values()].some(({ entry }) => entry.errors.some(({ code }) => code === 'id.taken'))
}

function summary(files: Files): string {
  return JSON.stringify([...files.values()].map(({ entry: { playbook, ...rest } }) => ({ ...rest, version: playbook?.version })))
}
