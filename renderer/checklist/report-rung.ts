import type { RungView } from './checklist.view.ts'

/** The rung climbed after the call, telling the supervisor; absent while no boundary was set. */
export function reportRung(ladder: readonly RungView[]): RungView | undefined {
  return ladder.some(({ at }) => at !== null) ? ladder.find(({ action }) => action === 'report') : undefined
}
