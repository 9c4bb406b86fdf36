import '../words/team.ts'
import type { TFunction } from 'i18next'
import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { type DeputizedCallback, type DeputyWords, deputyBrief } from '../../shared/callbacks/deputy-brief.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { placeName } from '../callbacks/place-name.ts'
import { type Saying, saidTime } from '../callbacks/said-time.ts'

/** What main sends a deputy, and when, if nobody has called by then. */
export function handOverTo(
  callback: DeputizedCallback,
  { team, agentName, callbacks }: Settings,
  t: TFunction,
  saying: Saying,
): ArmedCallback['handOver'] {
  const { due, promisedFor, keeper } = callback
  const from = { id: team.user, name: agentName || team.user }
  const time = `${saidTime(promisedFor, { ...saying, ownZone: promisedFor.zone })} ${placeName(promisedFor.zone)}`
  const overdueMs = keeper === 'anyone' ? 0 : callbacks.handOverAfterMinutes * 60_000
  return { at: due.at + overdueMs, brief: deputyBrief(callback, from, time, deputyWords(t)) }
}

function deputyWords(t: TFunction): DeputyWords {
  return {
    someone: t('promise.deputy.someone'),
    headline: (who, time) => t('promise.deputy.headline', { who, time }),
    promised: (words) => t('promise.deputy.promised', { words }),
    tries: (count) => t('promise.deputy.tries', { count }),
    request: (who) => t('promise.deputy.request', { who }),
    readBack: (who, about) => t('promise.deputy.readBack', { who, about }),
  }
}
