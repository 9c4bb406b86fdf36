import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import { callbackAfter } from '../../shared/callbacks/callback-transitions.ts'
import { reResolved } from './wall-time.ts'
import { zoneRules } from './zone-rules.ts'

/** An open callback by the zone rules of today; the same one when they are the rules it was made by. */
export function withFreshRules(callback: Callback, now: number): Callback {
  if (!isOpen(callback)) return callback
  const rules = zoneRules()
  return [callback.due, callback.promisedFor]
    .filter((time) => time.rules !== rules)
    .reduce((fresh, from) => callbackAfter(fresh, { type: 'rulesChanged', from, to: anew(from, rules) }, now), callback)
}

/** A zone that is no longer known keeps its moment. */
function anew(time: Callback['due'], rules: string): Callback['due'] {
  try {
    return reResolved(time, rules) ?? { ...time, rules }
  } catch (error) {
    if (error instanceof RangeError) return { ...time, rules }
    throw error
  }
}
