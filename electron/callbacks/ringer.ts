import type { Alarm, ArmedCallback } from '../../shared/callbacks/alarm.ts'
import type { AlarmBook } from './alarm-book.ts'
import { type AlarmRow, alarmOf, isDue, movedWithClock, rescheduled, rung } from './alarm-row.ts'
import type { HandOver } from './hand-over.ts'

export interface Ring {
  readonly alarm: Alarm
  readonly callback: ArmedCallback
}

export interface RingerListener {
  /** These want to be heard now, the earliest first. */
  rang(rings: readonly Ring[]): void
}

export interface RingerParts {
  readonly book: AlarmBook
  readonly listener: RingerListener
  readonly handOver: HandOver
  leadMs(): number
  changed(row: AlarmRow): void
  /** What was due before this, and had not rung as due, came due while nothing was running. */
  readonly openedAt: number
}

export interface Ringer {
  /** Rings for all whose time has come; the wall clock at which to look again. */
  look(now: number): number
  /** Finds anew when each rings next, after the clock was moved or the lead time changed. */
  reschedule(now: number, movedMs: number): void
  /** Resolves when all that rang is told and kept. */
  stop(): Promise<void>
}

export function createRinger({ book, listener, handOver, leadMs, changed, openedAt }: RingerParts): Ringer {
  const underWay = new Set<Promise<unknown>>()

  function claimed(row: AlarmRow, now: number): AlarmRow {
    const after = rung(row, now, leadMs())
    const isFirst = !isDue(row) && isDue(after)
    return { ...after, whileAway: row.whileAway || (isFirst && row.callback.at < openedAt) }
  }

  /** The claims are on the disk before anybody hears a ring, so that no restart rings them twice; a disk that fails silences none. */
  async function ring(claims: readonly AlarmRow[]): Promise<void> {
    await book.keep()
    const rows = claims.filter(({ callback: { id, at } }) => {
      const row = book.find(id)
      return row?.callback.at === at && row.snoozedUntil === null
    })
    if (rows.length === 0) return
    for (const row of rows) changed(row)
    listener.rang(rows.map((row) => ({ alarm: alarmOf(row), callback: row.callback })))
    for (const row of rows) if (handOver.isOwed(row)) begin(handOver.byItself(row))
  }

  function begin(work: Promise<unknown>): void {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  return {
    look(now) {
      let next = Number.POSITIVE_INFINITY
      const ringing: AlarmRow[] = []
      for (const row of [...book.rows()]) {
        const after = row.ringsAt <= now ? claimed(row, now) : row
        if (after !== row) {
          book.put(after)
          ringing.push(after)
        }
        if (handOver.dueAt(after) <= now) begin(handOver.byItself(after))
        next = Math.min(next, after.ringsAt, handOver.dueAt(after))
      }
      ringing.sort((one, other) => one.callback.at - other.callback.at)
      if (ringing.length > 0) begin(ring(ringing))
      return next
    },
    reschedule(now, movedMs) {
      for (const row of [...book.rows()]) {
        const after = rescheduled(movedWithClock(row, movedMs), now, leadMs())
        if (after !== row) book.put(after)
      }
    },
    async stop() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
