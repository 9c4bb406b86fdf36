import { useEffect } from 'react'
import type { CallState } from '../../shared/call/call.ts'
import { writable } from '../../shared/readable.ts'
import { useReadable } from '../ui/use-readable.ts'

type CallParts = typeof import('./call-parts.ts')

const callParts = writable<CallParts | null>(null)

/** What a call needs after its first moments, its panels and its wrap-up: loaded while it rings, null until then. */
export function useCallParts(state: CallState): CallParts | null {
  useEffect(() => {
    // Asked again at the next turn of the call where it could not be had.
    void state
    if (callParts.get() === null) void import('./call-parts.ts').then(callParts.set)
  }, [state])
  return useReadable(callParts)
}
