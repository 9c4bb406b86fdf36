import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { AlarmFailure } from '../../shared/contract.ts'
import { failed, type Result } from '../../shared/result.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { BriefFailure } from '../../shared/transfer/team.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { AlarmBook } from './alarm-book.ts'
import type { AlarmRow } from './alarm-row.ts'

export interface HandOverParts {
  readonly book: AlarmBook
  readonly clock: Clock
  readonly log: Log
  /** Gives a brief to the hub's line; the same brief again is sent once. */
  send(brief: Brief): Promise<Result<BriefRecord, BriefFailure>>
  changed(row: AlarmRow): void
}

export interface HandOver {
  /** When the deputy gets it by itself; `Infinity` when not at all, or when that was tried and the next ring tries again. */
  dueAt(row: AlarmRow): number
  /** Tried at the time for it, and not done. */
  isOwed(row: AlarmRow): boolean
  byItself(row: AlarmRow): Promise<unknown>
  toDeputy(id: CallbackId): Promise<Result<BriefRecord, AlarmFailure | BriefFailure>>
}

/** Gives the briefs of overdue callbacks to deputies; the alarm itself stays, until somebody has called. */
export function createHandOver({ book, clock, log, send, changed }: HandOverParts): HandOver {
  /** When each was to be handed over that was tried. */
  const tried = new Map<CallbackId, number>()
  const underWay = new Set<CallbackId>()

  /**
   * The brief has an id of its own and is sent once, so nothing is written before it: a restart halfway sends it again,
   * where a note that it was sent could be one of a brief that never was.
   */
  async function toDeputy(id: CallbackId): Promise<Result<BriefRecord, AlarmFailure | BriefFailure>> {
    const callback = book.find(id)?.callback
    if (!callback) return failed({ kind: 'alarm.unknown' })
    if (!callback.handOver) return failed({ kind: 'alarm.noDeputy' })
    const { brief } = callback.handOver
    underWay.add(id)
    const sent = await send(brief)
    if (!sent.ok) log.warn('A callback could not be handed over', { cause: sent.failure.kind })
    const row = book.find(id)
    if (sent.ok && row?.handedOverAt === null && row.callback.handOver?.brief.id === brief.id) {
      const after = { ...row, handedOverAt: clock.now().wall }
      book.put(after)
      await book.keep()
      changed(after)
    }
    underWay.delete(id)
    return sent
  }

  function openAt({ callback: { handOver }, handedOverAt }: AlarmRow): number {
    return handedOverAt === null ? (handOver?.at ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  }

  return {
    dueAt: (row) => (tried.get(row.callback.id) === row.callback.handOver?.at ? Number.POSITIVE_INFINITY : openAt(row)),
    isOwed: (row) => tried.get(row.callback.id) === openAt(row) && !underWay.has(row.callback.id),
    byItself(row) {
      tried.set(row.callback.id, openAt(row))
      return toDeputy(row.callback.id)
    },
    toDeputy,
  }
}
