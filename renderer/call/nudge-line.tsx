import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/call/call.ts'
import { callPatience, holdPatience, nudgeFor, ringPatience, stepPatience } from '../../shared/call/nudge.ts'
import type { Mono } from '../../shared/call/stopwatch.ts'
import { useNow } from '../ui/now.tsx'
import { clockText } from '../words/times.ts'

interface NudgeLineProps {
  readonly call: Call
  readonly lastMove: Mono
}

const patience = { hold: holdPatience, quiet: stepPatience, over: callPatience, stillRinging: ringPatience } as const

/** One line at the edge, in a place of its own; it names a new time only when its patience has run out again. */
export function NudgeLine({ call, lastMove }: NudgeLineProps) {
  const { t } = useTranslation()
  const nudge = nudgeFor(call, lastMove, useNow())
  return (
    <p role="status" className="min-h-6 px-3.5 pb-1 text-center text-small font-medium text-warn tabular-nums">
      {nudge ? t(`nudge.${nudge.kind}`, { time: clockText(nudge.forMs - (nudge.forMs % patience[nudge.kind])) }) : null}
    </p>
  )
}
