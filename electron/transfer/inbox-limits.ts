import type { BriefId } from '../../shared/transfer/brief.ts'
import { isSettled } from '../../shared/transfer/brief-record.ts'
import type { PersonId } from '../../shared/transfer/colleague.ts'
import { type BriefEntry, idOf } from './brief-entry.ts'

/** Briefs that may wait for this person's answer: no team comes near, and a Steadyline gone mad does not fill the disk. */
export const mostOpenOfOne = 100
const mostOpen = 1000
/** Answered briefs that stay known, so that a late copy is known again. */
export const mostSettled = 2000
const forgottenAtOnce = 200

/** Whether a brief from this sender must wait at their side until some of those that came are answered. */
export function isFull(entries: readonly BriefEntry[], sender: PersonId): boolean {
  const open = entries.filter(({ record }) => record.direction === 'received' && !isSettled(record.stage))
  return open.length >= mostOpen || open.filter(({ record }) => record.brief.from.id === sender).length >= mostOpenOfOne
}

/** The oldest answered ones when there are too many, and some more, because the file is written anew without them. */
export function tooMany(entries: readonly BriefEntry[]): readonly BriefId[] {
  const settled = entries.filter(({ record }) => record.direction === 'received' && isSettled(record.stage))
  if (settled.length <= mostSettled) return []
  const oldestFirst = settled.toSorted((one, other) => one.record.stageAt - other.record.stageAt)
  return oldestFirst.slice(0, settled.length - mostSettled + forgottenAtOnce).map(idOf)
}
