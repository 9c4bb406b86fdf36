import type { TFunction } from 'i18next'
import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { type Saying, saidLater } from '../callbacks/said-time.ts'

/** Characters of a line that main takes. */
const longest = 2000

/** What main needs to ring for a callback, in words because it has neither words nor zones; null for a closed one. */
export async function armedFrom(
  callback: Callback,
  settings: Settings,
  t: TFunction,
  saying: Saying,
): Promise<ArmedCallback | null> {
  if (!isOpen(callback)) return null
  const { id, due, promisedFor, person, reason, deputy, practice } = callback
  const snoozedUntil = lastSnooze(callback)
  const armed = {
    ...(snoozedUntil === null ? {} : { snoozedUntil }),
    id,
    at: due.at,
    name: person.name.slice(0, longest),
    number: person.number.slice(0, longest),
    reason: reason.slice(0, longest),
    said: t('promise.said', { time: saidLater(promisedFor, saying) }),
  }
  if (deputy === null || practice || settings.team.user === '') return { ...armed, handOver: null }
  const { handOverTo } = await import('./deputy-hand-over.ts')
  return { ...armed, handOver: handOverTo({ ...callback, deputy }, settings, t, saying) }
}

/** What of the settings an alarm depends on, to tell whether it is another. */
export function alarmSettings({ team, agentName, callbacks }: Settings): string {
  return JSON.stringify([team.user, agentName, callbacks.handOverAfterMinutes])
}

const agreements: readonly string[] = ['renegotiated', 'rulesChanged', 'noAnswer', 'reopened']

/** Until when it was to be quiet, by what was asked for last since the time was agreed. */
function lastSnooze({ history }: Callback): number | null {
  const last = history.findLast(({ type }) => type === 'snoozed' || agreements.includes(type))
  return last?.type === 'snoozed' ? last.until : null
}
