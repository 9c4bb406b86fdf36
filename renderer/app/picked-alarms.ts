import type { Broadcasts, CompanionBridge } from '../../shared/contract.ts'

type PickedAlarm = Broadcasts['alarm.picked']

/** Told what is picked in notices of the system, and what was just before it listened; one listens at a time. Returns its own off. */
export type PickedAlarms = (listener: (picked: PickedAlarm) => void) => () => void

/** Milliseconds after which nobody expects any more that what they picked is done. */
const heldFor = 60_000

/** Listens from the first moment: the window may have been opened by what was picked, and its screens come later. */
export function pickedAlarms({ on }: Pick<CompanionBridge, 'on'>): PickedAlarms {
  let held: { readonly at: number; readonly picked: PickedAlarm }[] = []
  let heardBy: ((picked: PickedAlarm) => void) | null = null

  on('alarm.picked', (picked) => {
    if (heardBy) heardBy(picked)
    else held.push({ at: Date.now(), picked })
  })

  return (listener) => {
    heardBy = listener
    const waiting = held
    held = []
    for (const { at, picked } of waiting) if (Date.now() < at + heldFor) listener(picked)
    return () => {
      if (heardBy === listener) heardBy = null
    }
  }
}
