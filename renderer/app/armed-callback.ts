import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import type { Mirror } from './steadyline.ts'

/** What main needs to ring for a callback; null for one that nobody has to call any more. */
export function armedFrom(callback: Callback, _mirror: Pick<Mirror, 'settings'>): ArmedCallback | null {
  if (!isOpen(callback)) return null
  const { id, due, person, reason } = callback
  return { id, at: due.at, name: person.name, number: person.number, reason, handOver: null }
}
