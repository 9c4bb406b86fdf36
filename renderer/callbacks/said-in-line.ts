import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { clockOf, nearDay, type Saying, saidHere, wallIn } from './said-time.ts'

/** A moment on the agent's own clock, as it is said in the middle of a sentence: `tomorrow 15:00`. */
export function saidInLine(time: Pick<PromisedTime, 'at'>, saying: Saying): string {
  const wall = wallIn(saying.ownZone, time.at)
  const near = nearDay(wall, saying)?.toLocaleLowerCase(saying.locale)
  return near === undefined ? saidHere(time, saying) : `${near} ${clockOf(wall, saying.locale)}`
}
