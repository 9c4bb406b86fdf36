import { systemClock } from '../../electron/clock.ts'
import { openJournal } from '../../electron/journal/journal.ts'
import type { Log } from '../../electron/log.ts'
import { openSeal } from '../../electron/seal.ts'

export interface JournalPlace {
  readonly dataDir: string
  /** Number of the first record to append. */
  readonly from: number
}

export type JournalWord = { readonly kept: number }

/** Appends records without end and says which are kept, as a process that can be killed; segments are small so that all is compacted often. */
const { dataDir, from } = JSON.parse(process.argv[2] ?? '') as JournalPlace
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
const journal = await openJournal({
  ...{ dataDir, clock: systemClock, log: silent, changed: () => undefined },
  seal: await openSeal(dataDir, null, silent),
  sizes: { segmentBytes: 4_000, spareBytes: 20_000, spareSegments: 8, pageLength: 1_000_000 },
})
process.on('disconnect', () => process.exit())
for (let record = from; ; record += 1) {
  const changes = [
    { table: 'notes', key: `note-${record}`, version: 7, text: `"${record}"` },
    { table: 'notes', key: 'latest', version: 7, text: `"${record}"` },
  ]
  void journal.append(changes).then(({ ok }) => ok && process.send?.({ kept: record } satisfies JournalWord))
  if (record % 3 === 0) await new Promise(setImmediate)
  if (record % 30 === 0) await journal.append(changes)
}
