import fc from 'fast-check'
import type { Break } from '../../shared/breaks/break.ts'
import type { Call } from '../../shared/call/call.ts'
import type { Callback, CallbackEntry } from '../../shared/callbacks/callback.ts'
import { callbackStates } from '../../shared/callbacks/callback.ts'
import { callbackKinds } from '../../shared/callbacks/callback-kind.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { dialerIds } from '../../shared/dialers/dialer-health.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import type { Handling, Note } from '../../shared/notes/note.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Brief, BriefContent } from '../../shared/transfer/brief.ts'
import { type BriefRecord, briefStages } from '../../shared/transfer/brief-record.ts'
import { type TransferRecord, transferStages } from '../../shared/transfer/transfer-record.ts'

/** Whatever somebody may have typed or pasted, and what a file is made of. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '\ud800', 'a\udfffb', '\u2028"\\', '"],\n"calls":[', '-0', '\u0000', '\uFEFF', '=1+1', '[ ] Send it'),
)
const id = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }))
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 })
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const moment = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -8.64e15, max: 8.64e15 }))
const span = fc.double({ min: 0, max: 1e12, noNaN: true }).map((ms) => ms + 0)
const stopwatch = fc.record({ collected: span, runningSince: orNull(span) })
const party = fc.record({ name: words, number: words })
const uuid = fc.oneof(
  fc.constantFrom('5f0c0f3e-6a8b-4f0e-9c64-0d3b6f6a7b11', '5f0c0f3e-6a8b-4f0e-9c64-0d3b6f6a7b12'),
  fc.uuid({ version: 4 }),
)
/** Of whoever is in the team. */
const member = fc.record({ id: fc.constantFrom('ana', 'jaan.tamm', '0'), name: words })
const playbook = fc.record({ id: words, version: words })

const promisedTime: fc.Arbitrary<PromisedTime> = fc.record({
  wall: fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16)),
  zone: fc.constantFrom('Europe/Tallinn', 'America/Argentina/Ushuaia', '+02:00', 'UTC'),
  fold: fc.constantFrom('only', 'first', 'second'),
  at: moment,
  rules: words,
})

const briefContent: fc.Arbitrary<BriefContent> = fc.record(
  {
    ...{ headline: words, tone: words, situation: words, background: words, tried: words },
    ...{ request: words, avoid: words, readBack: words, topic: words },
    caller: fc.record({ name: words, number: words, verified: fc.constantFrom('verified', 'notVerified', 'unknown') }),
    callback: fc.record({
      ...{ wall: fc.constant('2026-11-27T11:00'), zone: fc.constantFrom('Europe/Tallinn', '+02:00') },
      ...{ fold: fc.constantFrom('only', 'first', 'second'), at: fc.nat(), kind: fc.constantFrom(...callbackKinds) },
      ...{ reason: words, promised: words },
    }),
  },
  { requiredKeys: ['headline', 'tone', 'situation', 'background', 'tried', 'request', 'avoid', 'readBack', 'topic', 'caller'] },
)

const brief: fc.Arbitrary<Brief> = fc
  .tuple(briefContent, fc.record({ id: uuid, from: member, to: member }))
  .map(([content, ends]) => ({ ...content, ...ends }))

const transfer: fc.Arbitrary<TransferRecord> = fc.record({
  brief: orNull(briefContent),
  attempts: some(
    fc.record({
      briefId: uuid,
      to: fc.record({ id: fc.constant('ana'), name: words, number: words }),
      by: fc.constantFrom('hub', 'voice'),
      result: fc.constantFrom(
        ...(['asked', 'delivered', 'read', 'soon', 'accepted', 'declined', 'timedOut', 'unreachable', 'withdrawn'] as const),
      ),
      ...{ at: moment, resultAt: moment, reason: words },
    }),
  ),
  entries: some(fc.record({ stage: fc.constantFrom(...transferStages), at: moment, said: words, reason: words })),
})

const handling: fc.Arbitrary<Handling> = fc.record(
  {
    ...{ playbook, kind: orNull(words), triggers: some(words), partingApprovedBy: orNull(words), transfer },
    steps: fc.dictionary(
      fc.oneof(words, fc.constant('__proto__')),
      fc.record({ mark: fc.constantFrom('done', 'skipped'), at: moment, said: words }),
      { maxKeys: 3, noNullPrototype: true },
    ),
    ladder: some(fc.record({ rung: orNull(words), at: moment, said: words })),
    outcome: fc.record({
      ...{ disposition: orNull(words), agreed: words, followUp: fc.boolean(), tags: some(words) },
      granted: some(fc.record({ option: words, amount: orNull(span), approver: words })),
      hardness: orNull(fc.integer({ min: 1, max: 5 })),
    }),
  },
  { requiredKeys: ['playbook', 'kind', 'triggers', 'steps', 'ladder', 'partingApprovedBy', 'outcome'] },
)

const note: fc.Arbitrary<Note> = fc.record(
  {
    ...{ id, text: words, state: fc.constantFrom('draft', 'saved'), practice: fc.boolean(), handling: orNull(handling) },
    ...{ disposition: orNull(words), dispositionLabel: orNull(words), person: words, links: some(id), learning: words },
    ...{ createdAt: moment, updatedAt: moment },
  },
  {
    requiredKeys: [
      ...(['id', 'text', 'state', 'practice', 'handling', 'disposition', 'dispositionLabel', 'createdAt'] as const),
      'updatedAt',
    ],
  },
)

const call: fc.Arbitrary<Call> = fc.record({
  ...{ id, dialer: fc.constantFrom(...dialerIds), direction: fc.constantFrom('incoming', 'outgoing'), party },
  state: fc.constantFrom('ringing', 'dialling', 'live', 'held', 'ended'),
  endCause: orNull(fc.constantFrom('missed', 'caller-hung-up', 'transfer-failed', 'lost')),
  ...{ consultFor: orNull(id), certain: fc.boolean() },
  ...{ startedAt: moment, answeredAt: orNull(moment), endedAt: orNull(moment) },
  ...{ ring: stopwatch, talk: stopwatch, hold: stopwatch, afterCall: stopwatch },
})

const callbackEntry: fc.Arbitrary<CallbackEntry> = fc.oneof(
  fc.record({ at: moment, type: fc.constantFrom('made', 'reached', 'keptByHand', 'reopened') }),
  fc.record({ at: moment, type: fc.constant('called' as const), callId: id, lateMs: fc.integer() }),
  fc.record({ at: moment, type: fc.constant('noAnswer' as const), retryAt: orNull(moment) }),
  fc.record({
    ...{ at: moment, type: fc.constant('renegotiated' as const), from: promisedTime, to: promisedTime, reason: words },
  }),
  fc.record({ at: moment, type: fc.constantFrom('cancelled', 'missed'), reason: words }),
)

const callback: fc.Arbitrary<Callback> = fc.record({
  ...{ id: uuid, kind: fc.constantFrom(...callbackKinds), person: party, callId: orNull(id) },
  ...{ due: promisedTime, promisedFor: promisedTime, reason: words, topic: words, promised: words, notes: words },
  ...{ priority: fc.constantFrom('normal', 'high'), keeper: fc.constantFrom('me', 'deputy', 'anyone') },
  deputy: orNull(fc.record({ id: words, name: words, briefId: words })),
  ...{ state: fc.constantFrom(...callbackStates), history: some(callbackEntry), practice: fc.boolean() },
  ...{ createdAt: moment, updatedAt: moment },
})

const person: fc.Arbitrary<Person> = fc.record(
  {
    ...{ id, name: words, namedBy: fc.constantFrom('dialer', 'agent'), numbers: some(words), written: some(words) },
    ...{ remarks: some(words), apart: some(id), createdAt: moment, updatedAt: moment },
  },
  { requiredKeys: ['id', 'name', 'namedBy', 'numbers', 'written', 'remarks', 'createdAt', 'updatedAt'] },
)

const incident: fc.Arbitrary<Incident> = fc.record({
  ...{ id, at: moment, rungs: some(words), reported: orNull(fc.record({ to: words, at: moment })) },
})

const briefRecord: fc.Arbitrary<BriefRecord> = fc.record({
  ...{ brief, direction: fc.constantFrom('sent', 'received'), stage: fc.constantFrom(...briefStages) },
  ...{ at: moment, stageAt: moment, reason: words },
  followUp: orNull(fc.record({ note: words, outcome: orNull(words), version: fc.nat() })),
})

const noteEdit: fc.Arbitrary<NoteEdit> = fc.record({ id, noteId: id, replacedAt: moment, before: note })

const pause: fc.Arbitrary<Break> = fc.record({ id, startedAt: moment, endedAt: orNull(moment), callId: orNull(id) })

const each = <Row extends object>(row: fc.Arbitrary<Row>, idOf: (row: Row) => string) =>
  fc.uniqueArray(row, { selector: idOf, maxLength: 4 })
const own = ({ id: key }: { readonly id: string }) => key

/** For tests: records of each table of an export, as full of surprises as its types allow; some of any two sets have one id. */
export const anyExported = fc.record({
  people: each(person, own),
  calls: each(call, own),
  notes: each(note, own),
  noteEdits: each(noteEdit, own),
  callbacks: each(callback, own),
  incidents: each(incident, own),
  briefs: each(briefRecord, (record) => record.brief.id),
})

/** For tests: of each table that has a backup, but for playbooks, which must be ones that can be read. */
export const anyKept = fc
  .tuple(
    anyExported,
    fc.record({
      breaks: each(pause, own),
      checklists: each(
        fc.record({
          ...{ callId: id, playbookVersion: words, stage: fc.constantFrom('open', 'closed') },
          snapshot: orNull(fc.record({ value: words, context: fc.record({ said: words }) })),
        }),
        ({ callId }) => callId,
      ),
      playbookDrafts: each(fc.record({ file: id, text: words, base: words }), ({ file }) => file),
    }),
  )
  .map(([exported, rest]) => ({ ...exported, ...rest }))
