import { useState } from 'react'
import { type Call, isPractice, type Party } from '../../shared/call/call.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useWallNow } from '../ui/wall-now.ts'
import type { Steadyline } from './steadyline.ts'

/** What a promise form is told of the call it is promised in, and of what is promised already. */
export function useCallPromise(
  { callbacks, mirror }: Pick<Steadyline, 'callbacks' | 'mirror'>,
  call: Call,
  person: Party = call.party,
) {
  const [watched] = useState(() => callbacks.store.watchOpen())
  const open = useReadable(watched)
  const rules = useReadable(mirror).settings.callbacks
  const now = useWallNow()
  return { person, callId: call.id, practice: isPractice(call), open, rules, now }
}
