import { lazy, Suspense } from 'react'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useWallNow } from '../ui/wall-now.ts'
import type { Steadyline } from './steadyline.ts'

const AlarmBar = lazy(() => import('./alarm-bar.tsx').then(({ AlarmBar }) => ({ default: AlarmBar })))

interface CallbackBarProps {
  readonly steadyline: Steadyline
  /** Above what is read, or below it: then it is there only while something rings. */
  readonly place: 'above' | 'below'
  /** Leaves its room to what the agent asked for meanwhile; it is heard all the same. */
  readonly isAside?: boolean
  readonly open: (id: CallbackId) => void
}

/** The next call is said when it is due this soon. */
const soonMs = 12 * 60 * 60_000

/** The next promised call: above an empty desk; during a call below all that is read, which it does not move. */
export function CallbackBar({ steadyline, place, isAside = false, open }: CallbackBarProps) {
  'use memo'
  const page = useReadable(steadyline.callbacks.soonest)
  const now = useWallNow()
  const next = page?.callbacks[0]
  if (page === undefined || next === undefined || next.due.at > now + soonMs) return null
  return (
    <div className={place === 'above' ? 'min-h-11 flex-none border-b border-line' : 'flex-none'}>
      <Suspense fallback={null}>
        <AlarmBar onlyRinging={place === 'below'} callbacks={page.callbacks} {...{ steadyline, isAside, open }} />
      </Suspense>
    </div>
  )
}
