import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillLine, lineProblem, placeholders } from './placeholders.ts'

const thanks = 'Thank you[, {caller.firstName}].'

describe('a line the agent says', () => {
  it.each([
    ['the name', thanks, { 'caller.firstName': 'Ana' }, 'Thank you, Ana.'],
    ['nothing', thanks, {}, 'Thank you.'],
    ['an empty name', thanks, { 'caller.firstName': '  ' }, 'Thank you.'],
    ['a name of dots', thanks, { 'caller.firstName': '...' }, 'Thank you.'],
    ['a name longer than a line', thanks, { 'caller.firstName': 'A'.repeat(61) }, 'Thank you.'],
    ['a name of a million dots', thanks, { 'caller.firstName': `${'.'.repeat(1_000_000)}Ana` }, 'Thank you.'],
    ['a name with brackets of its own', thanks, { 'caller.firstName': '{Ana]' }, 'Thank you, Ana.'],
    ['a name like a replacement pattern', thanks, { 'caller.firstName': "Ana $& $1 $'" }, "Thank you, Ana $& $1 $'."],
    ['a topic with brackets of its own', 'Is it {topic}?', { topic: 'the bill (May)' }, 'Is it the bill (May)?'],
    ['a topic', 'The main thing is {topic}.', { topic: 'the invoice.' }, 'The main thing is the invoice.'],
    ['no topic', 'The main thing is {topic}.', {}, 'The main thing is this.'],
    ['no supervisor', '{supervisor.name} has looked at it.', {}, 'My supervisor has looked at it.'],
    ['one of two names', 'Good day[, {caller.firstName} of {caller.name}].', { 'caller.firstName': 'Ana' }, 'Good day.'],
    ['no name at its start', '[{caller.firstName}, ]thank you.', {}, 'Thank you.'],
  ])('reads well when the companion knows %s', (_what, line, facts, said) => {
    expect(fillLine(line, facts)).toBe(said)
  })

  it('falls back on the words of its own language', () => {
    const german = { topic: 'das', time: null, option: null, supervisor: 'meine Leitung' }

    expect(fillLine('{supervisor.name} prüft {topic}.', {}, german)).toBe('Meine Leitung prüft das.')
  })

  it('never shows braces, brackets, double spaces or a space before punctuation, whatever is known', () => {
    const facts = fc.record(
      Object.fromEntries(placeholders.map((name) => [name, fc.string({ unit: 'grapheme', maxLength: 80 })])),
      { requiredKeys: [] },
    )
    const part = fc.oneof(
      fc.constantFrom(...placeholders.flatMap((name) => [`{${name}}`, `[, {${name}}]`, `[{${name}} ]`])),
      fc.constantFrom(' ', ', ', '.', 'well', '{nobody}', '[', '}', '{', ']'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), facts, (parts, known) => {
        expect(fillLine(parts.join(''), known)).not.toMatch(/[{}[\]]| {2}| [,.;:!?]/)
      }),
    )
  })
})

describe('a line an author writes', () => {
  it.each([
    ['plain words', 'I am with you.', null],
    ['an optional name', thanks, null],
    ['a topic', 'Is it {topic}?', null],
    ['an unknown placeholder', 'Hello {caller.fristName}.', { code: 'line.unknownPlaceholder', placeholder: 'caller.fristName' }],
    ['a name outside brackets', 'Hello {caller.name}.', { code: 'line.needsBrackets', placeholder: 'caller.name' }],
    ['a brace left open', 'Hello {topic.', { code: 'line.brackets' }],
    ['brackets in brackets', 'Hello [[{topic}]].', { code: 'line.brackets' }],
    ['brackets without a placeholder', 'Hello [there].', { code: 'line.brackets' }],
    ['only optional words', '[{caller.firstName}.]', { code: 'line.onlyOptional' }],
  ])('with %s is judged before anybody says it', (_what, line, problem) => {
    expect(lineProblem(line)).toEqual(problem)
  })
})
