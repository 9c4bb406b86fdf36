import type { CallId } from '../../shared/call/call.ts'
import { OtherCalls } from '../call/other-calls.tsx'
import { callsBeside } from './calls-beside.ts'
import type { Steadyline } from './steadyline.ts'

interface OthersOnDeskProps {
  readonly desk: Steadyline['desk']
  /** The call under the agent's eyes. */
  readonly shown: CallId
  readonly onSwitch: (call: CallId) => void
}

/** Listens to the whole desk by itself, so that what another caller does draws nothing but this. */
export function OthersOnDesk({ desk, shown, onSwitch }: OthersOnDeskProps) {
  'use memo'
  return <OtherCalls calls={{ subscribe: desk.subscribe, get: () => callsBeside(desk.get(), shown) }} onSwitch={onSwitch} />
}
