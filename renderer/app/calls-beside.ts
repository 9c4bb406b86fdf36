import type { CallId } from '../../shared/call/call.ts'
import type { Desk } from './steadyline.ts'

export function callsBeside({ calls }: Desk, shown: CallId) {
  return calls.filter(({ call }) => call.id !== shown)
}
