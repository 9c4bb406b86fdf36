import type { Call } from '../../shared/call/call.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import type { NotedCall } from '../notes/note-store.ts'

const day = 24 * 60 * 60 * 1000

/** For tests: a call of the past with its note; without a text it has none. */
export function pastCall(id: string, name: string, text: string | null, changes: Partial<Call> = {}): NotedCall {
  const startedAt = Date.now() - 30 * day
  const call: Call = {
    id,
    dialer: 'baresip',
    direction: 'incoming',
    party: { name, number: '+37255500142' },
    state: 'ended',
    endCause: 'caller-hung-up',
    consultFor: null,
    certain: true,
    startedAt,
    answeredAt: startedAt,
    endedAt: startedAt,
    ring: zeroed,
    talk: { collected: 222_000, runningSince: null },
    hold: zeroed,
    afterCall: zeroed,
    ...changes,
  }
  const note = {
    id,
    text: text ?? '',
    state: 'saved',
    disposition: 'resolved',
    dispositionLabel: 'Resolved',
    handling: null,
    practice: false,
  } as const
  return { call, note: text === null ? null : { ...note, createdAt: startedAt, updatedAt: startedAt } }
}
