import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Call, CallId } from '../../shared/call/call.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import type { Handling, Note } from '../../shared/notes/note.ts'
import { filedNumber } from '../../shared/people/filed-number.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import type { NumberOf } from './file-numbers.ts'

/** For tests: numbers of an agent in Estonia. */
export const numberOf: NumberOf = (written) => filedNumber(parsePhoneNumberFromString, written, 'EE')

/** For tests: an open store of its own, and how to be rid of it. */
export async function openStore() {
  const database = new SteadylineDatabase(crypto.randomUUID())
  const storage = createStorage(database)
  await storage.open(null)
  return {
    database,
    storage,
    async discard() {
      database.close()
      await database.delete()
    },
  }
}

export function aCall(id: CallId, number: string, changes: Partial<Call> = {}): Call {
  const startedAt = changes.startedAt ?? 1_000_000
  return {
    id,
    dialer: 'baresip',
    direction: 'incoming',
    party: { name: '', number },
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

export function aNote(id: CallId, changes: Partial<Note> = {}): Note {
  const ending = { state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', handling: null } as const
  return { id, text: 'Order 88-1042', ...ending, practice: false, createdAt: 1, updatedAt: 1, ...changes }
}

export function handled(changes: Partial<Handling> = {}): Handling {
  return {
    playbook: { id: 'difficult-clients', version: '0123456789ab' },
    kind: null,
    triggers: [],
    steps: {},
    ladder: [],
    partingApprovedBy: null,
    outcome: { ...blankOutcome, disposition: 'resolved' },
    ...changes,
  }
}

export const hard: Handling = handled({ outcome: { ...blankOutcome, disposition: 'resolved', hardness: 4 } })
