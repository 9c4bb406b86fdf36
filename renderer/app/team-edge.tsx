import { lazy, Suspense } from 'react'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

const TeamBar = lazy(() => import('./team-bar.tsx').then(({ TeamBar }) => ({ default: TeamBar })))

interface TeamEdgeProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  /** The brief under the person's eyes, which needs no other sign. */
  readonly reading: string | null
  readonly openBriefs: (id: string | null) => void
  readonly openTeam: () => void
}

/** The place of the team's row, which is there for whoever has a team, or a brief of one; its key is there for everybody. */
export function TeamEdge({ steadyline, asking, reading, openBriefs, openTeam }: TeamEdgeProps) {
  const { settings } = useReadable(steadyline.mirror)
  const inbox = useReadable(steadyline.inbox.state)
  const others = inbox.filter(({ brief }) => brief.id !== reading)
  useKeys({ o: () => openBriefs(others[0]?.brief.id ?? null) }, settings.singleKeys)
  if (!settings.team.enabled && inbox.length === 0) return null
  return (
    <Suspense fallback={<div className="min-h-11 flex-none border-b border-line" />}>
      <TeamBar {...{ steadyline, asking, others, openBriefs, openTeam }} />
    </Suspense>
  )
}
