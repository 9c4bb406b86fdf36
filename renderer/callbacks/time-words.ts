import type { TFunction } from 'i18next'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { dateTimeFormat } from '../words/times.ts'
import { placeName } from './place-name.ts'
import { clockOf, nearDay, wallIn } from './said-time.ts'
import type { TimeQuestion } from './time-meant.ts'

export interface Clocks {
  readonly now: number
  readonly locale: string
  readonly ownZone: string
  readonly theirZone: string
}

/** "Tomorrow, Friday 27 November", as both would say it where `zone` is. */
function dayText(wall: string, zone: string, { now, locale }: Pick<Clocks, 'now' | 'locale'>): string {
  const date = dateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...yearOf(wall, now), timeZone: 'UTC' })
  const near = nearDay(wall, { now, locale, ownZone: zone })
  const whole = date.format(Date.parse(`${wall}Z`))
  return near === null ? whole : `${near}, ${whole}`
}

/** What is read back to the caller: the moment on the clock they think of, named where that is not known to be theirs, and on the agent's when that is another. */
export function readBackText(t: TFunction, time: PromisedTime, clocks: Clocks & { readonly isZoneKnown: boolean }): string {
  const { theirZone, ownZone, locale, isZoneKnown } = clocks
  const isTheirs = time.zone === ownZone || time.wall === wallIn(theirZone, time.at)
  const zone = isTheirs ? theirZone : time.zone
  const [there, here] = [wallIn(zone, time.at), wallIn(ownZone, time.at)]
  const said = { day: dayText(there, zone, clocks), clock: clockText(t, there, time, locale), place: placeName(zone) }
  const whose = isTheirs && isZoneKnown ? 'their' : 'placed'
  if (there === here) return t(`promising.readBack.${whose}`, said)
  const isSameDay = there.slice(0, 10) === here.slice(0, 10)
  const hereClock = clockOf(here, locale)
  const weekday = dateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${here}Z`))
  return t(`promising.readBack.${whose}Far`, {
    ...said,
    here: isSameDay ? hereClock : t('promising.onDay', { clock: hereClock, day: weekday }),
  })
}

/** In the middle of a sentence: "10:30, tomorrow". */
export function inLineText(t: TFunction, { at }: PromisedTime, clocks: Clocks): string {
  const wall = wallIn(clocks.theirZone, at)
  const near = nearDay(wall, { ...clocks, ownZone: clocks.theirZone })?.toLocaleLowerCase(clocks.locale)
  return t('promising.inLine', {
    clock: clockOf(wall, clocks.locale),
    day: near ?? dayText(wall, clocks.theirZone, clocks),
  })
}

/** One of the times a question is about, told apart by what is asked. */
export function choiceText(t: TFunction, time: PromisedTime, about: TimeQuestion, clocks: Clocks): string {
  const day = nearDay(time.wall, { ...clocks, ownZone: time.zone }) ?? dayText(time.wall, time.zone, clocks)
  const said = `${day}, ${clockText(t, time.wall, time, clocks.locale)}`
  return about === 'zone' ? `${placeName(time.zone)}: ${said}` : said
}

/** The clock, and of a time that comes twice which one it is. */
function clockText(t: TFunction, wall: string, { fold, zone, at }: PromisedTime, locale: string): string {
  const clock = clockOf(wall, locale)
  if (fold === 'only') return clock
  const offset = dateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at)
  const from = offset.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return t(`promising.fold.${fold}`, { clock, offset: from.replace('GMT', 'UTC') })
}

function yearOf(wall: string, now: number): { readonly year?: 'numeric' } {
  return wall.slice(0, 4) === String(new Date(now).getFullYear()) ? {} : { year: 'numeric' }
}
