import { deskKeys } from './desk-keys.ts'
import type { Keys } from './keymap.ts'
import { useKeys } from './use-keys.ts'

/** The keys of a call, or those of the question that stands before it. */
export function useDeskKeys(question: Keys | null, on: boolean, ...call: Parameters<typeof deskKeys>): void {
  useKeys(question ?? deskKeys(...call), on)
}
