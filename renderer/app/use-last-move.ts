import { useEffect, useState } from 'react'
import type { Mono } from '../../shared/call/stopwatch.ts'
import type { DeskCall } from './steadyline.ts'

/** When the agent last did anything on the checklist or in the note. */
export function useLastMove({ checklist, note }: Pick<DeskCall, 'checklist' | 'note'>, now: () => Mono): Mono {
  const [lastMove, setLastMove] = useState(now)
  useEffect(() => {
    const move = () => setLastMove(now())
    const moves = checklist.subscribe(move)
    const off = note.state.subscribe(move)
    return () => {
      moves.unsubscribe()
      off()
    }
  }, [checklist, note, now])
  return lastMove
}
