import type { Call } from '../../shared/call/call.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import type { Note } from '../../shared/notes/note.ts'

/** For tests: a call that was answered and is over. */
export function sampleCall(id: string, startedAt: number, changes: Partial<Call> = {}): Call {
  return {
    id,
    dialer: 'baresip',
    direction: 'incoming',
    party: { name: 'Marta Kask', number: '+37255500142' },
    state: 'ended',
    endCause: 'caller-hung-up',
    consultFor: null,
    certain: true,
    startedAt,
    answeredAt: startedAt,
    endedAt: startedAt,
    ring: zeroed,
    talk: zeroed,
    hold: zeroed,
    afterCall: zeroed,
    ...changes,
  }
}

/** For tests: its note, finished. */
export function sampleNote(id: string, changes: Partial<Note> = {}): Note {
  return {
    id,
    text: 'Order late',
    state: 'saved',
    disposition: 'resolved',
    dispositionLabel: 'Resolved',
    handling: null,
    practice: false,
    createdAt: 1,
    updatedAt: 1,
    ...changes,
  }
}
