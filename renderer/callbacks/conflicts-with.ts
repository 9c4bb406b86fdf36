import type { Callback } from '../../shared/callbacks/callback.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'

const tooNearMs = 15 * 60_000

/** The calls this agent promised for about the same moment, in the order given. */
export function conflictsWith({ at }: Pick<PromisedTime, 'at'>, open: readonly Callback[]): readonly Callback[] {
  return open.filter(({ due }) => Math.abs(due.at - at) < tooNearMs)
}
