import { type Readable, writable } from '../../shared/readable.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import { type BriefRecord, isSettled } from '../../shared/transfer/brief-record.ts'

export interface Inbox {
  /** Briefs this person was sent: those that wait for an answer first and the longest wait before all, then the settled, newest first. */
  readonly state: Readable<readonly BriefRecord[]>
  /** A brief as main now knows it; one that this person sent is none of the inbox's business. */
  told(record: BriefRecord): void
  /** Takes a settled brief out of sight; it stays in the record. */
  putAway(id: BriefId): void
  /** They were removed, answered or not. */
  forget(ids: readonly BriefId[]): void
}

/** Lives in the window's memory, so that a brief reaches its reader also when the store has stopped. */
export function createInbox(): Inbox {
  const state = writable<readonly BriefRecord[]>([])
  const away = new Set<BriefId>()
  return {
    state,
    told(record) {
      if (record.direction !== 'received' || away.has(record.brief.id)) return
      const others = state.get().filter(({ brief }) => brief.id !== record.brief.id)
      state.set(record.stage === 'declined' ? others : [...others, record].toSorted(mostPressing))
    },
    putAway(id) {
      const isGoing = ({ brief, stage }: BriefRecord) => brief.id === id && isSettled(stage)
      if (!state.get().some(isGoing)) return
      away.add(id)
      state.set(state.get().filter((record) => !isGoing(record)))
    },
    forget(ids) {
      for (const id of ids) away.add(id)
      state.set(state.get().filter(({ brief }) => !away.has(brief.id)))
    },
  }
}

function mostPressing(a: BriefRecord, b: BriefRecord): number {
  if (isSettled(a.stage) !== isSettled(b.stage)) return isSettled(a.stage) ? 1 : -1
  return isSettled(a.stage) ? b.at - a.at : a.at - b.at
}
