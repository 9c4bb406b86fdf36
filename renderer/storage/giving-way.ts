import { pause } from './pause.ts'

/** Asked between two small pieces of long work: the window gets a turn when this work has had its own. */
export type GiveWay = () => Promise<void>

/** Milliseconds of work before the window gets a turn. */
const stint = 8

export function givingWay(now: () => number = () => performance.now(), turn: () => Promise<void> = () => pause(0)): GiveWay {
  let endsAt = now() + stint
  return async () => {
    if (now() < endsAt) return
    await turn()
    endsAt = now() + stint
  }
}
