import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import { ownZone } from './known-zones.ts'
import type { PromiseDraft } from './promise-draft.ts'
import { promisedAt, resolve } from './wall-time.ts'

type PromisedCall = NonNullable<Brief['callback']>

/** The promise that a deputy takes on: theirs now, with all that was written about it; null for a brief about a call on the line. */
export function callbackFromBrief(brief: Brief): PromiseDraft | null {
  const { callback, caller, situation, background, tried, topic } = brief
  if (callback === undefined) return null
  return {
    kind: callback.kind,
    person: { name: caller.name, number: caller.number },
    callId: null,
    time: timeOf(callback),
    reason: callback.reason || situation,
    topic,
    promised: callback.promised,
    priority: 'high',
    keeper: 'me',
    deputy: null,
    notes: [background, tried].filter(Boolean).join('\n'),
    practice: false,
  }
}

/** By the sender's rules until ours are asked; a zone that is not known here keeps its moment, on our clock. */
function timeOf({ wall, zone, fold, at }: PromisedCall): PromisedTime {
  try {
    resolve(wall, zone)
    return { wall, zone, fold, at, rules: '' }
  } catch (error) {
    if (error instanceof RangeError) return promisedAt(at, ownZone())
    throw error
  }
}
