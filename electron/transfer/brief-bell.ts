import type { BriefId } from '../../shared/transfer/brief.ts'
import { type BriefRecord, isSettled } from '../../shared/transfer/brief-record.ts'
import type { Timers } from '../timers.ts'

/** Milliseconds until a brief that nobody has looked at rings again, for the last time. */
export const secondRing = 10_000

export interface BriefBellParts {
  readonly timers: Timers
  ring(record: BriefRecord): void
  /** Somebody looked, or it is no longer asked: nothing needs to stand before them any more. */
  quieten(id: BriefId): void
  /** How many briefs wait for an answer. */
  waiting(count: number): void
}

export interface BriefBell {
  received(record: BriefRecord): void
  /** Any brief as it now stands, also one that was sent from here. */
  changed(record: BriefRecord): void
  stop(): void
}

/** Makes a brief noticed: once when it comes, once more when it stays unread, and never again. */
export function createBriefBell({ timers, ring, quieten, waiting }: BriefBellParts): BriefBell {
  const again = new Map<BriefId, () => void>()
  const unanswered = new Set<BriefId>()

  function cancel(id: BriefId): void {
    again.get(id)?.()
    again.delete(id)
  }

  return {
    received(record) {
      const { id } = record.brief
      if (again.has(id)) return
      ring(record)
      again.set(
        id,
        timers.after(secondRing, () => ring(record)),
      )
    },
    changed({ brief: { id }, direction, stage }) {
      if (direction === 'sent') return
      if (stage !== 'delivered') {
        cancel(id)
        quieten(id)
      }
      if (isSettled(stage)) unanswered.delete(id)
      else unanswered.add(id)
      waiting(unanswered.size)
    },
    stop() {
      for (const id of again.keys()) cancel(id)
    },
  }
}
