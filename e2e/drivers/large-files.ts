import { Encrypter } from 'age-encryption'
import { career } from '../bench/career.ts'
import type { KeptFile } from './care-desk.ts'

/** Calls and notes of one seed; no two seeds have one in common. */
export interface ManyRecords {
  readonly calls: readonly object[]
  readonly notes: readonly object[]
  /** Of the calls, each of which has a note of that id. */
  readonly ids: readonly string[]
  /** Who called last. */
  readonly newest: string
}

/** The newest note ends with the word. */
export function manyRecords(count: number, seed: number, word = ''): ManyRecords {
  const all = career(count, seed)
  const notes = all.map(({ note }, index) => (index === 0 ? { ...note, text: `${note.text} ${word}` } : note))
  const calls = all.map(({ call }) => call)
  return { calls, notes, ids: calls.map(({ id }) => id), newest: calls[0]?.party.name ?? '' }
}

export function exportOf({ calls, notes }: ManyRecords): KeptFile {
  const head = { format: 'steadyline-export', version: 1, exportedAt: '2026-11-22T10:00:00.000Z' }
  return { name: 'many.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...head, calls, notes })) }
}

/** Sealed with less work than the app itself puts into a passphrase. */
export async function backupOf({ calls, notes }: ManyRecords, passphrase: string): Promise<KeptFile> {
  const lines = [
    { format: 'steadyline-backup', version: 1, store: 11, madeAt: Date.UTC(2026, 10, 22) },
    ...calls.map((record) => ({ table: 'calls', record })),
    ...notes.map((record) => ({ table: 'notes', record })),
    { end: calls.length + notes.length },
  ]
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(10)
  encrypter.setPassphrase(passphrase)
  const sealed = await encrypter.encrypt(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return { name: 'many.age', mimeType: 'application/octet-stream', buffer: Buffer.from(sealed) }
}
