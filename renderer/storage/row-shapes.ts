import './schemas-without-eval.ts'
import * as z from 'zod'
import { callbackStates } from '../../shared/callbacks/callback.ts'
import { playbookSchema } from '../../shared/playbook/playbook-schema.ts'
import { brief } from '../../shared/transfer/brief.ts'
import { briefStages } from '../../shared/transfer/brief-record.ts'

const words = z.string()
const moment = z.number()
const stopwatch = z.looseObject({ collected: moment, runningSince: moment.nullable() })
const promisedTime = z.looseObject({ wall: words, zone: words, fold: words, at: moment, rules: words })
const party = z.looseObject({ name: words, number: words })

const note = z.looseObject({
  id: words,
  text: words,
  state: z.enum(['draft', 'saved']),
  disposition: words.nullable(),
  dispositionLabel: words.nullable().optional(),
  handling: z
    .looseObject({ playbook: z.looseObject({ id: words, version: words }), outcome: z.looseObject({}) })
    .nullable()
    .optional(),
  person: words.optional(),
  links: z.array(words).optional(),
  learning: words.optional(),
  createdAt: moment,
  updatedAt: moment,
})

const call = z.looseObject({
  id: words,
  dialer: words,
  direction: z.enum(['incoming', 'outgoing']),
  party,
  state: z.enum(['ringing', 'dialling', 'live', 'held', 'ended']),
  startedAt: moment,
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  ring: stopwatch,
  talk: stopwatch,
  hold: stopwatch,
  afterCall: stopwatch,
})

const callback = z.looseObject({
  id: words,
  kind: words,
  person: party,
  callId: words.nullable(),
  due: promisedTime,
  promisedFor: promisedTime,
  keeper: words,
  deputy: z.looseObject({ id: words, name: words, briefId: words }).nullable(),
  state: z.enum(callbackStates),
  history: z.array(z.looseObject({ at: moment, type: words })),
  createdAt: moment,
  updatedAt: moment,
})

const person = z.looseObject({
  id: words,
  name: words,
  numbers: z.array(words),
  written: z.array(words),
  remarks: z.array(words),
  createdAt: moment,
  updatedAt: moment,
})

/**
 * What a screen or the machine relies on in each table, whatever version of the store wrote the row: migrations add the rest.
 *
 * Loose, so that a row of a later version keeps what this one does not know. A table that is not here is checked by its key alone.
 */
export const rowShapes: Readonly<Record<string, z.ZodType>> = {
  calls: call,
  checklists: z.looseObject({
    callId: words,
    stage: z.enum(['open', 'closed']),
    snapshot: z.looseObject({ value: z.unknown(), context: z.looseObject({}) }).nullable(),
  }),
  notes: note,
  playbooks: playbookSchema,
  playbookDrafts: z.looseObject({ file: words, text: words, base: words }),
  briefs: z.looseObject({
    brief,
    direction: z.enum(['sent', 'received']),
    stage: z.enum(briefStages),
    at: moment,
    stageAt: moment,
    reason: words,
  }),
  callbacks: callback,
  people: person,
  noteEdits: z.looseObject({ id: words, noteId: words, replacedAt: moment, before: note }),
  incidents: z.looseObject({
    id: words,
    at: moment,
    rungs: z.array(words),
    reported: z.looseObject({ to: words, at: moment }).nullable(),
  }),
  breaks: z.looseObject({ id: words, startedAt: moment, endedAt: moment.nullable(), callId: words.nullable() }),
}
