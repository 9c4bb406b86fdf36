import { assertNever } from '../../shared/assert-never.ts'
import type { Call } from '../../shared/call/call.ts'
import type { Stopwatch } from '../../shared/call/stopwatch.ts'

/** The one clock that matters where the call now stands. */
export function mainClock(call: Call): Stopwatch {
  switch (call.state) {
    case 'ringing':
    case 'dialling':
      return call.ring
    case 'live':
      return call.talk
    case 'held':
      return call.hold
    case 'ended':
      return call.afterCall
    default:
      return assertNever(call.state)
  }
}
