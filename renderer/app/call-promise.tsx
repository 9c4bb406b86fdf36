import { lazy, Suspense } from 'react'
import type { DeskCall, Steadyline } from './steadyline.ts'

const OpenPromise = lazy(() => import('./open-promise.tsx').then(({ OpenPromise }) => ({ default: OpenPromise })))

interface CallPromiseProps {
  readonly deskCall: DeskCall
  readonly steadyline: Steadyline
  readonly keysAreOn: boolean
}

/** The promise a call is about; its room is kept from the first frame of the call. */
export function CallPromise({ deskCall, steadyline, keysAreOn }: CallPromiseProps) {
  if (deskCall.promise === null) return null
  return (
    <div className="h-28 flex-none">
      <Suspense fallback={null}>
        <OpenPromise id={deskCall.promise.id} call={deskCall.call} {...{ steadyline, keysAreOn }} />
      </Suspense>
    </div>
  )
}
