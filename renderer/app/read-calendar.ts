import type { Callback } from '../../shared/callbacks/callback.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { AgendaStore } from '../callbacks/agenda-store.ts'
import { type CalendarEvents, type LeftOut, readEvents } from '../callbacks/ics-import.ts'
import { icsSlices } from '../callbacks/ics-slices.ts'

export interface CalendarFile extends CalendarEvents {
  readonly isCut: boolean
  /** Those of its callbacks that are here already. */
  readonly known: ReadonlyMap<Callback['id'], Callback>
}

export type CalendarTrouble = 'notACalendar' | 'notRead' | 'empty'

/** What a calendar file says, read in pieces; nothing is kept by it. */
export async function readCalendar(
  file: File,
  agenda: AgendaStore,
  progressed: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<CalendarFile, CalendarTrouble>> {
  const slices = await icsSlices(file, { progressed: (bytes) => progressed(bytes / Math.max(1, file.size)), signal }).catch(
    () => undefined,
  )
  if (slices === undefined) return failed('notRead')
  if (slices === null) return failed(file.size === 0 ? 'empty' : 'notACalendar')
  const read = await readEvents(slices.events, Date.now(), signal)
  const overlong: readonly LeftOut[] = Array.from({ length: Math.min(slices.overlong, 1000) }, () => ({
    name: '',
    trouble: 'overlong',
  }))
  const leftOut = [...read.leftOut, ...overlong]
  if (read.events.length + leftOut.length === 0) return failed('empty')
  const known = await agenda.known(read.events.map(({ id }) => id))
  return known.ok ? success({ events: read.events, leftOut, isCut: slices.isCut, known: known.value }) : failed('notRead')
}
