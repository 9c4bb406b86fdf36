import { nearDay, type Said, type Saying, saidHere, saidTime, wallIn } from './said-time.ts'

/** `saidHere` as it stands in the middle of a sentence: `tomorrow 15:00`. */
export function saidInLine(time: Pick<Said, 'at'>, saying: Saying): string {
  return inLine(saidHere(time, saying), wallIn(saying.ownZone, time.at), saying)
}

/** `saidTime` as it stands in the middle of a sentence: `tomorrow 15:00 (Tallinn)`. */
export function saidTimeInLine(time: Said, saying: Saying): string {
  return inLine(saidTime(time, saying), time.wall, saying)
}

function inLine(said: string, wall: string, saying: Saying): string {
  const day = nearDay(wall, saying)
  return day === null ? said : day.toLocaleLowerCase(saying.locale) + said.slice(day.length)
}
