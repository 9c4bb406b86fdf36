import type { Callback } from '../../shared/callbacks/callback.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import { promisedAt } from '../callbacks/wall-time.ts'

let made = 0

/** For tests: a promise that is due so many milliseconds from now. */
export function promisedTo(name: string, inMs: number, changes: Partial<Callback> = {}, zone = ownZone()): Callback {
  const time = promisedAt(Date.now() + inMs, zone)
  made += 1
  return sampleCallback({
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    person: { name, number: `+3725550${String(made).padStart(4, '0')}` },
    due: time,
    promisedFor: time,
    history: [{ at: time.at - 3_600_000, type: 'made' }],
    ...changes,
  })
}

const hour = 3_600_000

/** For tests: an agenda with something of every sort. */
export const busyAgenda: readonly Callback[] = [
  promisedTo('Marta Kask', -hour / 3, { priority: 'high', reason: 'Where order 88-1042 is, and whether express is possible' }),
  promisedTo('Oskar Rebane', hour, { kind: 'satisfaction', reason: 'Is everything still fine?' }, 'Asia/Tokyo'),
  promisedTo('Liis Põld', 26 * hour, {
    keeper: 'deputy',
    deputy: { id: 'ana.sild', name: 'Ana Sild', briefId: 'b0a7a5c2-6f0e-4a53-9d3a-2f1c6a0e8d11' },
  }),
  promisedTo('Jaan Tamm', 100 * hour, { kind: 'thanks', reason: '' }),
  promisedTo('', 500 * hour, { reason: 'The corrected invoice' }),
  promisedTo('Ants Ader', -30 * hour, { state: 'missed', history: [{ at: Date.now() - 40 * hour, type: 'made' }] }),
]
