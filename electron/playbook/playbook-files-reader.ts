import { join } from 'node:path'
import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import { failed, success } from '../../shared/result.ts'
import type { BuiltInPlaybook } from './built-in-playbooks.ts'
import type { LastGoodCopies } from './last-good-copies.ts'
import { type GoodText, goodText, ofWholeFile, textOfFile } from './playbook-file.ts'
import { signatureOf } from './read-steadily.ts'

/** What is known of each file of the folder, by name. */
export type PlaybookFiles = ReadonlyMap<string, Known>

interface Known {
  readonly signature: string
  readonly entry: PlaybookEntry
}

/** Reads the files that changed, falls back on what was good before, and settles whose id it is. */
export class PlaybookFilesReader {
  readonly #path: string
  readonly #builtIn: readonly BuiltInPlaybook[]
  readonly #lastGood: LastGoodCopies

  constructor(path: string, builtIn: readonly BuiltInPlaybook[], lastGood: LastGoodCopies) {
    this.#path = path
    this.#builtIn = builtIn
    this.#lastGood = lastGood
  }

  /** A second look where an id was taken: its owner may have given it up in the same burst. */
  async read(names: readonly string[], before: PlaybookFiles): Promise<PlaybookFiles> {
    const files = await this.#readAll(names, before)
    return hasTakenId(files) ? this.#readAll(names, files) : files
  }

  async #readAll(names: readonly string[], before: PlaybookFiles): Promise<PlaybookFiles> {
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

  async #readOne(name: string, others: PlaybookFiles): Promise<Known | null> {
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

  async #lastGoodEntry(name: string, others: PlaybookFiles): Promise<PlaybookEntry> {
    const none = { file: name, builtIn: false, playbook: null, warnings: [], errors: [] }
    const text = await this.#lastGood.find(name)
    const read = text === null ? null : goodText(text)
    if (!read?.ok) return none
    const good = this.#withOwnId(name, read.value, others)
    return good.ok ? entryOf(name, false, good.value) : none
  }

  #withOwnId(name: string, good: GoodText, others: PlaybookFiles): ReturnType<typeof goodText> {
    const { id } = good.playbook
    const ofOthers = [...others.values()].map(({ entry }) => entry).filter(({ file }) => file !== name)
    const owner =
      this.#builtIn.find((known) => known.good.playbook.id === id)?.file ??
      ofOthers.find(({ playbook }) => playbook?.id === id)?.file
    return owner === undefined ? success(good) : failed(ofWholeFile('id.taken', { id, other: owner }))
  }
}

export function entryOf(file: string, builtIn: boolean, { playbook, warnings }: GoodText): PlaybookEntry {
  return { file, builtIn, playbook, warnings, errors: [] }
}

function hasTakenId(files: PlaybookFiles): boolean {
  return [...files.values()].some(({ entry }) => entry.errors.some(({ code }) => code === 'id.taken'))
}
