import { elapsed, type Stopwatch } from '../../shared/call/stopwatch.ts'
import { clockText } from '../words/times.ts'
import { useNow } from './now.tsx'

interface RunningClockProps {
  readonly watch: Stopwatch
}

export function RunningClock({ watch }: RunningClockProps) {
  return <span className="tabular-nums">{clockText(elapsed(watch, useNow()))}</span>
}
