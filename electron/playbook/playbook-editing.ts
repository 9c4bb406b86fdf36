import { copiedText } from '../../shared/playbook/copy-playbook.ts'
import type { PlaybookEntry, PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { type GoodText, goodText } from './playbook-file.ts'
import { mostFiles, type PlaybookFolder } from './playbook-folder.ts'

type Edited = Promise<Result<PlaybookEntry, PlaybookFailure>>

/** What the agent or the team lead does with playbooks; one order after another, and only text that can be read is written. */
export interface PlaybookEditing {
  /** Imports a text as a file of its own. */
  add(text: string): Edited
  /** Imports a text under a new id and name, so that the playbook it would have replaced stays. */
  addCopy(text: string): Edited
  duplicate(file: string): Edited
  save(file: string, text: string): Edited
  /** Answers with the text that was removed; empty when it never was text. */
  remove(file: string): Promise<Result<string, PlaybookFailure>>
}

/** Names Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

export function createPlaybookEditing(folder: PlaybookFolder): PlaybookEditing {
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  async function add(text: string): Edited {
    const good = goodText(text)
    if (!good.ok) return failed({ kind: 'playbook.notUnderstood', errors: good.failure })
    const { id } = good.value.playbook
    const owner = ownerOf(folder, id)
    if (owner) return failed({ kind: 'playbook.idTaken', id, file: owner.file })
    return create(good.value)
  }

  async function addCopy(text: string): Edited {
    const good = goodText(text)
    if (!good.ok) return failed({ kind: 'playbook.notUnderstood', errors: good.failure })
    const { version: _, ...content } = good.value.playbook
    return add(copiedText(text, content, (id) => ownerOf(folder, id) !== undefined))
  }

  async function create({ text, playbook }: GoodText): Edited {
    if (folder.entries().filter(({ builtIn }) => !builtIn).length >= mostFiles)
      return failed({ kind: 'playbook.tooMany', most: mostFiles })
    return folder.write(freeFile(folder, playbook.id), text)
  }

  async function duplicate(file: string): Edited {
    const text = await folder.textOf(file)
    return text.ok ? addCopy(text.value) : text
  }

  async function save(file: string, text: string): Edited {
    const entry = folder.find(file)
    if (!entry) return failed({ kind: 'playbook.notThere' })
    if (entry.builtIn) return failed({ kind: 'playbook.isBuiltIn' })
    const good = goodText(text)
    if (!good.ok) return failed({ kind: 'playbook.notUnderstood', errors: good.failure })
    const owner = ownerOf(folder, good.value.playbook.id)
    if (owner && owner.file !== file) return failed({ kind: 'playbook.idTaken', id: good.value.playbook.id, file: owner.file })
    return folder.write(file, text)
  }

  async function remove(file: string): Promise<Result<string, PlaybookFailure>> {
    const entry = folder.find(file)
    if (!entry) return failed({ kind: 'playbook.notThere' })
    if (entry.builtIn) return failed({ kind: 'playbook.isBuiltIn' })
    const text = await folder.textOf(file)
    const removed = await folder.remove(file)
    return removed.ok ? success(text.ok ? text.value : '') : removed
  }

  return {
    add: (text) => inTurn(() => add(text)),
    addCopy: (text) => inTurn(() => addCopy(text)),
    duplicate: (file) => inTurn(() => duplicate(file)),
    save: (file, text) => inTurn(() => save(file, text)),
    remove: (file) => inTurn(() => remove(file)),
  }
}

function ownerOf(folder: PlaybookFolder, id: string): PlaybookEntry | undefined {
  return folder.entries().find(({ playbook }) => playbook?.id === id)
}

/** A playbook's id is fit to be a file's name on every system, save for devices and names that are in use. */
function freeFile(folder: PlaybookFolder, id: string): string {
  const stem = reserved.test(id) ? `${id}-playbook` : id
  const inUse = (name: string) => folder.entries().some(({ file }) => file.toLowerCase() === name)
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}.yaml` : `${stem}-${number}.yaml`
    if (!inUse(name)) return name
  }
}
