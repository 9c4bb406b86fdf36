import * as z from 'zod'
import type { PlaybookContent } from './playbook.ts'
import { playbookLimits as limits } from './playbook-limits.ts'

const id = z
  .string()
  .max(limits.idLength)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ description: 'Lower-case letters, digits and single hyphens. Calls on record name it: do not change it later.' })
const title = z.string().min(1).max(limits.titleLength)
const text = z.string().min(1).max(limits.lineLength)
const line = text.meta({
  description:
    'One thing to say aloud, best at most 25 words. {topic}, {time}, {option}, {supervisor.name} and {colleague.name} are filled in; what may be unknown stands in brackets that vanish with it: [, {caller.firstName}]. Put quotes around a line with a colon.',
})
const lines = z.array(line).max(limits.linesInOnePlace)
const notes = z.array(text).max(limits.listed)

const step = z.object({
  id,
  title: title.meta({ description: 'One to three words, for the rail.' }),
  moment: id
    .nullable()
    .default(null)
    .meta({ description: 'The moment whose lines continue this step, and by which a kind adds its own.' }),
  hint: z.string().max(limits.lineLength).default('').meta({ description: 'What to do beside saying it.' }),
  lines: lines.default([]).meta({ description: 'Ready to say; the first is the one to reach for.' }),
})

const kind = z.object({
  id,
  name: title,
  fear: text.meta({ description: 'What the caller is afraid of.' }),
  stance: text.meta({ description: 'How to stand, in at most two short sentences.' }),
  do: notes.default([]),
  dont: notes.default([]),
  lines: z.record(id, lines).default({}).meta({ description: 'Lines for this kind of client, by moment.' }),
})

const option = z.object({
  id,
  name: title,
  line,
  grantedBy: z.enum(['agent', 'supervisor']).meta({ description: 'Who may say yes to it.' }),
  limit: z
    .object({
      amount: z.number().positive().max(1e9),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .meta({ description: 'ISO 4217, such as EUR.' }),
    })
    .nullable()
    .default(null)
    .meta({ description: 'Up to this amount; above it the next in authority decides.' }),
})

const rung = z.object({
  id,
  name: title,
  say: line,
  hint: z.string().max(limits.lineLength).default(''),
  action: z
    .enum(['warn', 'end', 'report'])
    .nullable()
    .default(null)
    .meta({ description: 'What standing on this rung means for the record.' }),
})

const noteLines = z.array(text).max(limits.noteLines).default([]).meta({
  description:
    'Lines offered for an empty note of such a call, with the placeholders of any line. "[ ] " before a line makes it a promise to tick.',
})

const script = (description: string) => lines.min(1).meta({ description })

const fallback = z.string().min(1).max(limits.titleLength).nullable().default(null)

export const playbookSchema = z
  .object({
    id,
    name: title,
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)
      .default('en')
      .meta({ description: 'Language of the words inside, such as en or pt-BR.' }),
    steps: z.array(step).min(1).max(limits.steps).meta({ description: 'The course of a call, in order.' }),
    moments: z
      .record(id, z.object({ title, lines: lines.default([]) }))
      .default({})
      .meta({ description: 'Phrases by moment, such as empathy or thanks.' }),
    kinds: z.array(kind).min(1).max(limits.kinds).meta({ description: 'Kinds of client; keys 1 to 4 choose the first four.' }),
    triggers: z
      .array(z.object({ id, name: title, signs: notes.default([]), lines: lines.default([]) }))
      .max(limits.listed)
      .default([]),
    options: z.array(option).max(limits.listed).default([]).meta({ description: 'What may be offered, and who may grant it.' }),
    commonGround: lines.default([]),
    recovery: lines.default([]).meta({ description: 'How a complaint becomes a reason to stay.' }),
    ladder: z
      .array(rung)
      .max(limits.rungs)
      .default([])
      .meta({ description: 'Boundaries, from the calm statement to the report.' }),
    partingWays: z
      .object({ when: text, approval: text, say: lines.min(1), record: text })
      .nullable()
      .default(null)
      .meta({ description: 'The last resort, with who approves it, its words and its record.' }),
    transfer: z
      .object({
        tellCaller: script('To the caller, before anybody is called.'),
        privately: script('To the colleague alone. {request} and {situation} are those of the brief.'),
        introduce: script('To both, by name and topic.'),
        handOver: script('To both, before leaving the line.'),
        comeBack: script('To the caller, when nobody took the call.'),
      })
      .nullable()
      .default(null)
      .meta({ description: 'Words of a warm transfer, where the built-in ones do not fit.' }),
    before: z
      .array(z.object({ id, title, line }))
      .max(limits.listed)
      .default([])
      .meta({ description: 'Thoughts for the breath before a call.' }),
    dispositions: z
      .array(z.object({ id, label: title, note: noteLines }))
      .min(1)
      .max(limits.dispositions)
      .meta({ description: 'How a call can come out; a digit chooses.' }),
    fallbacks: z
      .object({ topic: fallback, time: fallback, option: fallback, supervisor: fallback, colleague: fallback })
      .default({ topic: null, time: null, option: null, supervisor: null, colleague: null })
      .meta({ description: 'Words that stand in for a placeholder nobody can fill, in the language of this playbook.' }),
  })
  .meta({ title: 'Steadyline playbook' }) satisfies z.ZodType<PlaybookContent>
