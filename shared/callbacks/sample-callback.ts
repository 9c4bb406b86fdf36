import type { Callback } from './callback.ts'
import type { PromisedTime } from './promised-time.ts'

const minute = 60_000

/** For tests: eleven o'clock in Tallinn, and so many minutes later. */
export function eleven(later = 0): PromisedTime {
  const at = Date.UTC(2026, 10, 27, 9, later)
  const wall = new Date(at + 120 * minute).toISOString().slice(0, 16)
  return { wall, zone: 'Europe/Tallinn', fold: 'only', at, rules: 'test' }
}

/** For tests: a promise about a late order, made an hour before it is due. */
export function sampleCallback(changes: Partial<Callback> = {}): Callback {
  const madeAt = eleven(-60).at
  return {
    id: '5f0c0f3e-6a8b-4f0e-9c64-0d3b6f6a7b11',
    kind: 'callback',
    person: { name: 'Marta Kask', number: '+37255500142' },
    callId: null,
    due: eleven(),
    promisedFor: eleven(),
    reason: 'Where order 88-1042 is',
    topic: 'deliveries',
    promised: 'A call even without the answer',
    priority: 'normal',
    keeper: 'me',
    deputy: null,
    notes: '',
    state: 'pending',
    history: [{ at: madeAt, type: 'made' }],
    practice: false,
    createdAt: madeAt,
    updatedAt: madeAt,
    ...changes,
  }
}
