import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/assert-never.ts'
import { type Callback, type CallbackEntry, isOpen } from '../../shared/callbacks/callback.ts'
import { cameOut } from '../../shared/callbacks/kept-promises.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { ageText } from '../words/ages.ts'
import { fullTimeText } from '../words/times.ts'
import { saidInLine, saidTimeInLine } from './said-in-line.ts'
import { type Saying, saidLater, saidTime, wallIn } from './said-time.ts'

/** Whose clock and whose language a list speaks. */
export interface Reading extends Saying {
  /** How much later than promised is still on time. */
  readonly graceMs: number
}

const minute = 60_000

export function whoText(t: TFunction, { person }: Pick<Callback, 'person'>): string {
  return person.name || person.number || t('call.withheld')
}

/** The moment as it was promised; null where both clocks say the same. */
export function theirTime(t: TFunction, time: PromisedTime, reading: Reading): string | null {
  if (wallIn(reading.ownZone, time.at) === time.wall) return null
  return t('agenda.theirs', { time: saidTime(time, reading) })
}

/** What an open one waits for, or what a closed one came to. */
export function standingText(t: TFunction, callback: Callback, { now, locale, graceMs }: Reading): string {
  const { state, due, deputy } = callback
  if (state === 'calling') return t('agenda.calling')
  if (isOpen(callback)) {
    const late = now - due.at
    const age = ageText(Math.abs(late), locale)
    return late > 0 ? t('agenda.overdue', { age }) : t('agenda.inside', { age })
  }
  const outcome = cameOut(callback, graceMs, now)
  switch (outcome.kind) {
    case 'late':
    case 'noAnswerLate':
      return t(`agenda.outcome.${outcome.kind}`, { age: ageText(outcome.minutes * minute, locale) })
    case 'handedOver':
      return t('agenda.outcome.handedOver', { who: deputy?.name ?? '' })
    case 'onTime':
    case 'noAnswer':
    case 'missed':
    case 'cancelled':
      return t(`agenda.outcome.${outcome.kind}`)
    case 'waiting':
    case 'renegotiated':
    case 'overdue':
      return t('agenda.outcome.missed')
    default:
      return assertNever(outcome)
  }
}

export function keeperText(t: TFunction, { keeper, deputy }: Callback): string {
  return t(`agenda.keeper.${keeper}`, { who: deputy?.name ?? '' })
}

export function entryText(t: TFunction, entry: CallbackEntry, reading: Reading): string {
  const { locale } = reading
  const because = (what: string, why: string) => (why.trim() ? t('agenda.because', { what, why }) : what)
  switch (entry.type) {
    case 'called': {
      const age = ageText(Math.abs(entry.lateMs), locale)
      if (Math.abs(entry.lateMs) < minute) return t('agenda.entry.called')
      return entry.lateMs > 0 ? t('agenda.entry.calledLate', { age }) : t('agenda.entry.calledEarly', { age })
    }
    case 'noAnswer':
      return entry.retryAt === null
        ? t('agenda.entry.noAnswerLast')
        : t('agenda.entry.noAnswer', { time: fullTimeText(entry.retryAt, locale) })
    case 'renegotiated':
      return because(t('agenda.entry.renegotiated', { time: saidInLine(entry.to, reading) }), entry.reason)
    case 'rulesChanged':
      return t('agenda.entry.rulesChanged', { time: saidTimeInLine(entry.to, reading) })
    case 'snoozed':
      return t('agenda.entry.snoozed', { time: clockHere(entry.until, reading) })
    case 'briefed':
    case 'briefWithdrawn':
      return t(`agenda.entry.${entry.type}`, { who: entry.to })
    case 'deputyAccepted':
    case 'deputyDeclined':
    case 'cancelled':
    case 'missed':
      return because(t(`agenda.entry.${entry.type}`), entry.reason)
    case 'made':
    case 'reached':
    case 'keptByHand':
    case 'reopened':
    case 'promisedAgain':
    case 'promisedAfter':
      return t(`agenda.entry.${entry.type}`)
    default:
      return assertNever(entry)
  }
}

/** A moment on the own clock, with its day unless that is today. */
function clockHere(at: number, reading: Reading): string {
  return saidLater({ at, wall: wallIn(reading.ownZone, at), zone: reading.ownZone }, reading)
}
