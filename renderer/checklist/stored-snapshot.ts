import { noTransfer } from '../../shared/transfer/transfer-record.ts'
import type { checklistMachine } from './checklist.machine.ts'

export type PersistedChecklist = ReturnType<typeof checklistMachine.getPersistedSnapshot>

/** A stored checklist as today's machine knows it: one from before transfers had stages begins its transfer at the first. */
export function storedSnapshot(stored: unknown): PersistedChecklist {
  const snapshot = stored as { readonly value: unknown; readonly context: object }
  return {
    ...snapshot,
    value: withStage(snapshot.value),
    context: { transfer: noTransfer, ...snapshot.context },
  } as unknown as PersistedChecklist
}

function withStage(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('onCall' in value)) return value
  const { onCall } = value
  const isOld = typeof onCall === 'object' && onCall !== null && 'route' in onCall && onCall.route === 'transferring'
  return isOld ? { onCall: { ...onCall, route: { transferring: 'tellingCaller' } } } : value
}
