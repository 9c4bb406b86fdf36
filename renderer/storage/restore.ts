import { Dexie } from 'dexie'
import { type JournalLine, pagesOf } from './journal-line.ts'
import type { Restored } from './second-copy-state.ts'

/** Told how much of the journal has been read, from 0 to 1. */
export type TellShare = (share: number) => void

/**
 * Brings a store that is gone back from the journal; null when it is there, or there never was anything to bring back.
 *
 * Records return into the version of the store that wrote them, so that the migrations after it see what they expect. An
 * empty database beside the store says that this is under way: what a crash leaves half done is begun again.
 */
export async function restoreIfGone(name: string, journal: JournalLine, tell: TellShare): Promise<Restored | null> {
  const underWay = new Dexie(`${name}-restoring`)
  underWay.version(1).stores({ nothing: '' })
  const isUnderWay = await Dexie.exists(underWay.name)
  if (!isUnderWay && (await Dexie.exists(name))) return null
  const first = await journal.read(0)
  if (!first.ok) return { notes: 0, records: 0, unreadable: 0, isPart: true }
  const { id, last, isAnyAside } = first.value
  const nothing = { notes: 0, records: 0, unreadable: 0, isPart: false }
  if (last === 0 && first.value.unreadable === 0) return isAnyAside ? { ...nothing, isKeptAside: true } : null
  await underWay.open()
  await Dexie.delete(name)
  const { Restoring } = await import('./restoring.ts')
  const restoring = new Restoring(name)
  let unreadable = 0
  let isPart = false
  for await (const page of pagesOf(journal, first.value)) {
    if (!page.ok) {
      isPart = true
      break
    }
    await restoring.take(page.value.entries)
    unreadable = page.value.unreadable
    tell((page.value.next ?? page.value.last) / Math.max(1, page.value.last))
  }
  const records = await restoring.finish(isPart ? null : { id, last })
  await underWay.delete()
  return { ...records, unreadable: unreadable + restoring.leftOut, isPart }
}
