import * as fc from 'fast-check'
import { dump } from 'js-yaml'
import { expect, it } from 'vitest'
import type { PlaybookContent } from './playbook.ts'
import { readPlaybook } from './read-playbook.ts'

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,6})?$/)
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((raw) => raw.replace(/[<{}[\]\p{C}\s]+/gu, ' ').trim())
  .filter((clean) => clean !== '' && clean.length <= 40)
const lines = fc.array(text, { maxLength: 4 })
const script = fc.array(text, { minLength: 1, maxLength: 3 })
const optional = fc.option(text)

const listOf = <Item extends { readonly id: string }>(item: fc.Arbitrary<Item>, minLength: number, maxLength: number) =>
  fc.uniqueArray(item, { minLength, maxLength, selector: (each) => each.id })

const moments = fc.dictionary(id, fc.record({ title: text, lines: fc.array(text, { minLength: 1, maxLength: 3 }) }), {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
})

const playbooks: fc.Arbitrary<PlaybookContent> = moments.chain((known) => {
  const moment = fc.constantFrom(...Object.keys(known))
  const limit = fc.option(fc.record({ amount: fc.integer({ min: 1, max: 1e6 }), currency: fc.constantFrom('EUR', 'USD') }))
  const words = fc.dictionary(moment, lines, { maxKeys: 3, noNullPrototype: true })
  return fc.record({
    id,
    name: text,
    language: fc.constantFrom('en', 'de', 'pt-BR'),
    steps: listOf(fc.record({ id, title: text, moment, hint: fc.oneof(text, fc.constant('')), lines }), 1, 4),
    moments: fc.constant(known),
    kinds: listOf(fc.record({ id, name: text, fear: text, stance: text, do: lines, dont: lines, lines: words }), 1, 3),
    triggers: listOf(fc.record({ id, name: text, signs: lines, lines }), 0, 3),
    options: listOf(fc.record({ id, name: text, line: text, grantedBy: fc.constantFrom('agent', 'supervisor'), limit }), 0, 3),
    commonGround: lines,
    recovery: lines,
    ladder: listOf(
      fc.record({ id, name: text, say: text, hint: text, action: fc.constantFrom('warn', 'end', 'report', null) }),
      0,
      3,
    ),
    transfer: fc.option(
      fc.record({ tellCaller: script, privately: script, introduce: script, handOver: script, comeBack: script }),
      { nil: null },
    ),
    partingWays: fc.option(
      fc.record({ when: text, approval: text, say: fc.array(text, { minLength: 1, maxLength: 3 }), record: text }),
    ),
    before: listOf(fc.record({ id, title: text, line: text }), 0, 3),
    dispositions: listOf(fc.record({ id, label: text, note: lines }), 1, 3),
    fallbacks: fc.record({ topic: optional, time: optional, option: optional, supervisor: optional, colleague: optional }),
  })
})

it('a playbook that is written down and read again is the same playbook', () => {
  fc.assert(
    fc.property(playbooks, (playbook) => {
      expect(readPlaybook(dump(playbook))).toEqual({ ok: true, value: { playbook, warnings: [] } })
    }),
  )
})
