import { useSyncExternalStore } from 'react'
import type { Readable } from '../../shared/readable.ts'

export function useReadable<Value>(readable: Readable<Value>): Value {
  return useSyncExternalStore(readable.subscribe, readable.get)
}
