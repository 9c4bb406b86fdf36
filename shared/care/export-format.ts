import * as z from 'zod'
import type { EndCause } from '../call/call.ts'
import { callbackStates } from '../callbacks/callback.ts'
import { callbackKinds } from '../callbacks/callback-kind.ts'
import { dialerIds } from '../dialers/dialer-health.ts'
import { brief, briefContent } from '../transfer/brief.ts'
import { briefStages } from '../transfer/brief-record.ts'
import { transferStages } from '../transfer/transfer-record.ts'

const words = z.string().max(4_000_000)
const moment = z.number().min(-8.64e15).max(8.64e15).meta({ description: 'Wall clock, ms since 1970.' })
const stopwatch = z.looseObject({ collected: z.number().min(0), runningSince: z.number().nullable() })
const party = z.looseObject({ name: words, number: words })

const promisedTime = z.looseObject({
  wall: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  zone: z.string().regex(/^(?:[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}|[+-]\d\d:\d\d)$/),
  fold: z.enum(['only', 'first', 'second']),
  at: moment,
  rules: words,
})

const endCauses = [
  ...(['missed', 'declined', 'cancelled', 'busy', 'no-answer', 'unreachable'] as const),
  ...(['caller-hung-up', 'agent-hung-up', 'transferred', 'transfer-failed', 'lost'] as const),
] as const satisfies readonly EndCause[]

const call = z.looseObject({
  id: words.min(1),
  dialer: z.enum(dialerIds),
  direction: z.enum(['incoming', 'outgoing']),
  party,
  state: z.enum(['ringing', 'dialling', 'live', 'held', 'ended']),
  endCause: z.enum(endCauses).nullable(),
  consultFor: words.nullable(),
  certain: z.boolean(),
  startedAt: moment,
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  ...{ ring: stopwatch, talk: stopwatch, hold: stopwatch, afterCall: stopwatch },
})

const outcome = z.looseObject({
  disposition: words.nullable(),
  agreed: words,
  granted: z.array(z.looseObject({ option: words, amount: z.number().nullable(), approver: words })),
  hardness: z.number().min(1).max(5).nullable(),
  followUp: z.boolean(),
  tags: z.array(words),
})

const transfer = z.looseObject({
  brief: briefContent.nullable(),
  attempts: z.array(
    z.looseObject({
      briefId: words,
      to: z.looseObject({ id: words, name: words, number: words }),
      by: z.enum(['hub', 'voice']),
      at: moment,
      result: z.enum(['asked', 'delivered', 'read', 'soon', 'accepted', 'declined', 'timedOut', 'unreachable', 'withdrawn']),
      resultAt: moment,
      reason: words,
    }),
  ),
  entries: z.array(z.looseObject({ stage: z.enum(transferStages), at: moment, said: words, reason: words })),
})

const handling = z.looseObject({
  playbook: z.looseObject({ id: words, version: words }),
  kind: words.nullable(),
  triggers: z.array(words),
  steps: z.record(z.string(), z.looseObject({ mark: z.enum(['done', 'skipped']), at: moment, said: words })),
  ladder: z.array(z.looseObject({ rung: words.nullable(), at: moment, said: words })),
  partingApprovedBy: words.nullable(),
  outcome,
  transfer: transfer.optional().meta({ description: 'Absent where no transfer was begun.' }),
})

const note = z.looseObject({
  id: words.min(1).meta({ description: 'The id of the call it is about.' }),
  text: words,
  state: z.enum(['draft', 'saved']),
  disposition: words.nullable(),
  dispositionLabel: words.nullable().optional().meta({ description: 'Absent in the oldest notes.' }),
  handling: handling.nullable(),
  practice: z.boolean().optional().meta({ description: 'Absent in the oldest notes.' }),
  person: words.optional().meta({ description: 'The id of the person, when the agent said whose call it was.' }),
  links: z.array(words).optional().meta({ description: 'Ids of other calls this one belongs with.' }),
  learning: words.optional(),
  createdAt: moment,
  updatedAt: moment,
})

const callback = z.looseObject({
  id: z.uuid(),
  kind: z.enum(callbackKinds),
  person: party,
  callId: words.nullable(),
  due: promisedTime,
  promisedFor: promisedTime,
  ...{ reason: words, topic: words, promised: words, notes: words },
  priority: z.enum(['normal', 'high']),
  keeper: z.enum(['me', 'deputy', 'anyone']),
  deputy: z.looseObject({ id: words, name: words, briefId: words }).nullable(),
  state: z.enum(callbackStates),
  history: z.array(z.looseObject({ at: moment, type: words })),
  practice: z.boolean(),
  createdAt: moment,
  updatedAt: moment,
})

const person = z.looseObject({
  id: words.min(1),
  name: words,
  namedBy: z.enum(['dialer', 'agent']),
  numbers: z.array(words),
  written: z.array(words),
  remarks: z.array(words),
  createdAt: moment,
  updatedAt: moment,
})

const incident = z.looseObject({
  id: words.min(1),
  at: moment,
  rungs: z.array(words),
  reported: z.looseObject({ to: words, at: moment }).nullable(),
})

const briefRecord = z.looseObject({
  brief,
  direction: z.enum(['sent', 'received']),
  stage: z.enum(briefStages),
  at: moment,
  stageAt: moment,
  reason: words,
  followUp: z.looseObject({ note: words, outcome: words.nullable(), version: z.number() }).nullable(),
})

/** What one record of each list of an export must be; what it says beyond that is kept. */
export const exportRecords = {
  calls: call,
  notes: note,
  noteEdits: z.looseObject({ id: words.min(1), noteId: words, replacedAt: moment, before: note }),
  people: person,
  callbacks: callback,
  incidents: incident,
  briefs: briefRecord,
} as const

/** Tables of an export in the order they stand in it; breaks are private and in none. */
export const exportTables = ['people', 'calls', 'notes', 'noteEdits', 'callbacks', 'incidents', 'briefs'] as const
export type ExportTable = (typeof exportTables)[number]

export const exportFormat = 'steadyline-export'
/** Counted up when an older Steadyline could no longer read what a newer one writes. */
export const exportVersion = 1

export const exportHead = z.object({
  format: z.literal(exportFormat),
  version: z.number().int().min(1),
  exportedAt: z.iso.datetime(),
})

/** The whole file, from which the published JSON Schema is made; an import reads it one record at a time. */
export const exportSchema = exportHead
  .extend({
    people: z.array(person),
    calls: z.array(call),
    notes: z.array(note),
    noteEdits: z.array(exportRecords.noteEdits).meta({ description: 'Notes as they stood before they were changed.' }),
    callbacks: z.array(callback),
    incidents: z.array(incident),
    briefs: z.array(briefRecord),
  })
  .partial({ people: true, calls: true, notes: true, noteEdits: true, callbacks: true, incidents: true, briefs: true })
  .meta({ title: 'Steadyline export' })
