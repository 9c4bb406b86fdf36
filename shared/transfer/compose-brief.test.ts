import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { brief } from './brief.ts'
import { wordsIn } from './brief-parts.ts'
import { briefText } from './brief-text.ts'
import { type BriefWords, type CallSoFar, composeBrief, withRequest } from './compose-brief.ts'

const words: BriefWords = {
  someone: 'A caller',
  headline: (who) => `${who} needs a decision.`,
  fear: (kind, fear) => `${kind}, fears ${fear}`,
  triggers: (list) => `Feels ${list}`,
  boundaries: (list) => `Boundary set: ${list}`,
  done: (list) => `Done: ${list}`,
  granted: (list) => `Given: ${list}`,
  request: 'Take over.',
  readBack: (request) => `So: ${request}.`,
}
const nothing: CallSoFar = {
  caller: { name: '', number: '' },
  kind: null,
  triggers: [],
  done: [],
  granted: [],
  agreed: '',
  note: '',
  standing: '',
  boundaries: [],
}
const labels = {
  headline: 'Who',
  caller: 'Caller',
  tone: 'Tone',
  situation: 'Situation',
  background: 'Background',
  tried: 'Tried',
  request: 'Asking',
  avoid: 'Avoid',
  readBack: 'Read back',
}

test('the brief of a call says what the agent has already done, noted and granted', () => {
  const call: CallSoFar = {
    caller: { name: 'Marta Kask', number: '+37255500142' },
    kind: { name: 'Demanding', fear: 'being put off', dont: ['Say "try".', 'Explain rules', 'Race them.'] },
    triggers: ['unheard'],
    done: ['Open', 'Listen'],
    granted: ['Refund'],
    agreed: 'Express at our cost',
    note: 'Order 88-1042 is late\nTold “tomorrow” twice.',
    standing: '2 hard calls in 30 days before this one',
    boundaries: ['Warning'],
  }
  expect(composeBrief(call, words)).toEqual({
    headline: 'Marta Kask needs a decision.',
    caller: { name: 'Marta Kask', number: '+37255500142', verified: 'unknown' },
    tone: 'Demanding, fears being put off.',
    situation: 'Order 88-1042 is late. Told “tomorrow” twice.',
    background: '2 hard calls in 30 days before this one. Feels unheard. Boundary set: Warning.',
    tried: 'Done: Open, Listen. Given: Refund. Express at our cost.',
    request: 'Take over.',
    avoid: 'Say "try". Explain rules.',
    readBack: 'So: take over.',
    topic: '',
  })
})

test('a brief about a caller nobody knows has no empty line in what is copied', () => {
  expect(briefText(composeBrief(nothing, words), labels)).toBe(
    'Who: A caller needs a decision.\nAsking: Take over.\nRead back: So: take over.',
  )
})

test('what is said back follows another request, and stays once the agent has written it', () => {
  const composed = composeBrief(nothing, words)
  expect(withRequest(composed, 'Refund today!', words)).toMatchObject({ request: 'Refund today!', readBack: 'So: refund today.' })
  const written = { ...composed, readBack: 'Refund by noon.' }
  expect(withRequest(written, 'Refund today!', words)).toMatchObject({ request: 'Refund today!', readBack: 'Refund by noon.' })
})

test('whatever was typed during the call, the brief is one that a colleague accepts', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 })
  const call = fc.record({
    caller: fc.record({ name: fc.string({ maxLength: 60 }), number: fc.string({ maxLength: 30 }) }),
    kind: fc.option(fc.record({ name: text, fear: text, dont: fc.array(text, { maxLength: 4 }) })),
    triggers: fc.array(text, { maxLength: 4 }),
    done: fc.array(text, { maxLength: 30 }),
    granted: fc.array(text, { maxLength: 8 }),
    agreed: text,
    note: fc.string({ maxLength: 6000 }),
    standing: text,
    boundaries: fc.array(text, { maxLength: 8 }),
  })
  const sent = { id: 'b0a7a5c2-6f0e-4a53-9d3a-2f1c6a0e8d11', from: { id: 'ana', name: 'Ana' }, to: { id: 'jaan', name: 'Jaan' } }
  fc.assert(
    fc.property(call, (soFar) => {
      const composed = composeBrief(soFar, words)
      expect(brief.safeParse({ ...composed, ...sent }).success).toBe(true)
      expect(wordsIn(composed)).toBeGreaterThan(0)
    }),
  )
})
