import { lazy, Suspense, useMemo } from 'react'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Steadyline } from './steadyline.ts'

const AlarmBar = lazy(() => import('./alarm-bar.tsx').then(({ AlarmBar }) => ({ default: AlarmBar })))

interface CallbackBarProps {
  readonly steadyline: Steadyline
  readonly open: (id: CallbackId) => void
}

/** Earliest open callbacks that the bar knows. */
const known = 50

/** A row that is there as long as any call is promised, so that nothing moves when it rings. */
export function CallbackBar({ steadyline, open }: CallbackBarProps) {
  'use memo'
  const { agenda } = steadyline.callbacks.store
  const page = useReadable(useMemo(() => agenda.watch('open', null, known), [agenda]))
  if (page === undefined || page.callbacks.length === 0) return null
  return (
    <div className="h-11 flex-none border-b border-line">
      <Suspense fallback={null}>
        <AlarmBar steadyline={steadyline} callbacks={page.callbacks} open={open} />
      </Suspense>
    </div>
  )
}
