import type { Result } from '../../shared/result.ts'
import { afterPaint } from './after-paint.ts'
import { pause } from './pause.ts'

/** Milliseconds between two writes: a burst of changes becomes a few writes, and leaves the frames in between alone. */
const rest = 50

export interface WriteBehind<Row> {
  put(row: Row): void
  /** True once everything given so far is on the disk; false when the store has stopped. */
  settled(): Promise<boolean>
}

/**
 * Writes the latest of each row, together and in order, when the frame that shows the change is on the screen.
 *
 * A write before that frame would hold it up; what is given while a write is under way, or soon after one, goes with the next.
 */
export function writeBehind<Row>(
  keyOf: (row: Row) => string,
  write: (rows: readonly Row[]) => Promise<Result<unknown, unknown>>,
): WriteBehind<Row> {
  const waiting = new Map<string, Row>()
  let draining: Promise<boolean> | null = null
  let resting: Promise<void> | null = null

  async function drain(): Promise<boolean> {
    let written = true
    while (waiting.size > 0 && written) {
      await afterPaint()
      if (resting) await resting
      const rows = [...waiting.values()]
      waiting.clear()
      written = (await write(rows)).ok
      resting = pause(rest).then(() => {
        resting = null
      })
    }
    draining = null
    return written
  }

  return {
    put(row) {
      const key = keyOf(row)
      waiting.delete(key)
      waiting.set(key, row)
      draining ??= drain()
    },
    settled: async () => draining ?? true,
  }
}
