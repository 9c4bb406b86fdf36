import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { AlarmFailure } from '../../shared/contract.ts'
import type { Writable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { CompanionSilent } from '../callbacks/callbacks.ts'

/** What main rings by for a callback; null when it rings no more. */
export interface AlarmOrder {
  readonly id: CallbackId
  readonly armed: ArmedCallback | null
}

export interface UnwrittenAlarms {
  heard(orders: readonly AlarmOrder[], answer: Result<unknown, AlarmFailure | CompanionSilent>): void
}

/** Milliseconds until a disk that refused is asked again. */
const patience = 15_000

/** Remembers what main could not write down, and has it told again until the disk takes it. */
export function unwrittenAlarms(
  unwritten: Writable<ReadonlySet<CallbackId>>,
  again: (order: AlarmOrder) => void,
): UnwrittenAlarms {
  const owed = new Map<CallbackId, AlarmOrder>()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function tryAgain(): void {
    const [first] = owed.values()
    if (first) again(first)
  }

  return {
    heard(orders, answer) {
      // What could not be written is written with the next.
      if (answer.ok) owed.clear()
      else if (answer.failure.kind === 'alarm.notKept') for (const order of orders) owed.set(order.id, order)
      clearTimeout(waiting)
      if (owed.size > 0) waiting = setTimeout(tryAgain, patience)
      const ids = [...owed.values()].filter(({ armed }) => armed !== null).map(({ id }) => id)
      if (ids.length > 0 || unwritten.get().size > 0) unwritten.set(new Set(ids))
    },
  }
}
