import { lazy, Suspense } from 'react'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useWallNow } from '../ui/wall-now.ts'
import type { Steadyline } from './steadyline.ts'

const AlarmBar = lazy(() => import('./alarm-bar.tsx').then(({ AlarmBar }) => ({ default: AlarmBar })))

interface CallbackBarProps {
  readonly steadyline: Steadyline
  /** Of its own, or over what is at the lower edge: then it is there only while something rings. */
  readonly place: 'row' | 'over'
  readonly open: (id: CallbackId) => void
}

/** The next call is said when it is due this soon. */
const soonMs = 12 * 60 * 60_000

/** The next promised call: a row of its own while the desk is empty; during a call it moves nothing that is read. */
export function CallbackBar({ steadyline, place, open }: CallbackBarProps) {
  'use memo'
  const page = useReadable(steadyline.callbacks.soonest)
  const now = useWallNow()
  const next = page?.callbacks[0]
  if (page === undefined || next === undefined || next.due.at > now + soonMs) return null
  return (
    <div className={place === 'row' ? 'min-h-11 flex-none border-b border-line' : 'absolute inset-x-0 bottom-full'}>
      <Suspense fallback={null}>
        <AlarmBar steadyline={steadyline} callbacks={page.callbacks} onlyRinging={place === 'over'} open={open} />
      </Suspense>
    </div>
  )
}
