import { describe, expect, it } from 'vitest'
import type { PlaybookProblem } from './playbook-problem.ts'
import { readPlaybook } from './read-playbook.ts'

const small = `id: small
name: Small
kinds:
  - { id: calm, name: Calm, fear: None., stance: Be kind. }
dispositions:
  - { id: done, label: Done }
moments:
  thanks: { title: Thanks, lines: [Thank you.] }
steps:
  - id: open
    title: Open
    lines:
      - Good day.
`

const smallPlaybook = {
  id: 'small',
  name: 'Small',
  language: 'en',
  steps: [{ id: 'open', title: 'Open', moment: null, hint: '', lines: ['Good day.'] }],
  moments: { thanks: { title: 'Thanks', lines: ['Thank you.'] } },
  kinds: [{ id: 'calm', name: 'Calm', fear: 'None.', stance: 'Be kind.', do: [], dont: [], lines: {} }],
  triggers: [],
  options: [],
  commonGround: [],
  recovery: [],
  ladder: [],
  partingWays: null,
  transfer: null,
  before: [],
  dispositions: [{ id: 'done', label: 'Done', note: [] }],
  fallbacks: { topic: null, time: null, option: null, supervisor: null, colleague: null },
}

describe('a playbook a team lead wrote', () => {
  it.each([
    ['as short as can be', small],
    ['with the line ends of Windows', small.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${small}`],
    ['with comments', `# ours\n${small}# the end\n`],
    ['with fields left empty', `${small}    hint:\n    moment:\npartingWays:\n`],
    ['with a line broken for width', small.replace('Good day.', '>\n        Good\n        day.')],
  ])('is read %s', (_how, text) => {
    expect(readPlaybook(text)).toEqual({ ok: true, value: { playbook: smallPlaybook, warnings: [] } })
  })

  it('keeps working around fields nobody knows, each with a warning at its place', () => {
    const text = `${small}    mood: sunny\ncolour: { of: sky }\n`

    expect(readPlaybook(text)).toEqual({
      ok: true,
      value: {
        playbook: smallPlaybook,
        warnings: [
          { line: 14, column: 11, path: ['steps', 0, 'mood'], code: 'field.unknown', facts: { field: 'mood' } },
          { line: 15, column: 9, path: ['colour'], code: 'field.unknown', facts: { field: 'colour' } },
        ],
      },
    })
  })
})

describe('a mistake in a playbook', () => {
  it.each<[what: string, text: string, problem: Partial<PlaybookProblem>]>([
    ['a missing name', small.replace('name: Small\n', ''), { line: 1, column: 1, path: ['name'], code: 'value.missing' }],
    [
      'a number for a word',
      small.replace('name: Small', 'name: 24'),
      { line: 2, column: 7, code: 'value.type', facts: { expected: 'text', found: 'number' } },
    ],
    [
      'a line with a colon and no quotes',
      small.replace('Good day.', 'Sorry: we were late.'),
      { line: 13, column: 9, path: ['steps', 0, 'lines', 0], code: 'value.type', facts: { expected: 'text', found: 'map' } },
    ],
    ['an id with spaces', small.replace('id: small', 'id: Our own'), { line: 1, column: 5, path: ['id'], code: 'value.notAnId' }],
    ['a language that is none', `${small}language: plain\n`, { line: 14, column: 11, code: 'value.notALanguage' }],
    [
      'an action nobody knows',
      `${small}ladder: [{ id: a, name: A, say: Stop., action: shout }]\n`,
      { line: 14, column: 48, path: ['ladder', 0, 'action'], code: 'value.notOneOf', facts: { allowed: 'warn, end, report' } },
    ],
    [
      'no steps',
      small.replace(/steps:[\s\S]*/, 'steps: []\n'),
      { line: 9, column: 8, code: 'value.tooFew', facts: { least: 1 } },
    ],
    ['an empty line', small.replace('Good day.', '""'), { line: 13, column: 10, code: 'value.empty' }],
    [
      'a line too long',
      small.replace('Good day.', 'a'.repeat(301)),
      { line: 13, column: 9, code: 'value.tooLong', facts: { most: 300 } },
    ],
    [
      'a limit below zero',
      `${small}options: [{ id: a, name: A, line: A., grantedBy: agent, limit: { amount: -1, currency: EUR } }]\n`,
      { line: 14, column: 74, code: 'value.tooSmall' },
    ],
    [
      'a currency that is none',
      `${small}options: [{ id: a, name: A, line: A., grantedBy: agent, limit: { amount: 1, currency: euros } }]\n`,
      { line: 14, column: 87, code: 'value.notACurrency' },
    ],
    [
      'two steps of one id',
      `${small}  - { id: open, title: Again, lines: [Hello.] }\n`,
      { line: 14, column: 11, path: ['steps', 1, 'id'], code: 'id.duplicate', facts: { id: 'open' } },
    ],
    [
      'a moment that is not there',
      `${small}    moment: farewell\n`,
      { line: 14, column: 13, path: ['steps', 0, 'moment'], code: 'moment.unknown', facts: { moment: 'farewell' } },
    ],
    [
      'a moment named after a part of every object',
      `${small}    moment: constructor\n`,
      { line: 14, column: 13, code: 'moment.unknown', facts: { moment: 'constructor' } },
    ],
    [
      'words of a kind for a moment that is not there',
      small.replace('stance: Be kind.', 'stance: Be kind., lines: { farewell: [Bye.] }'),
      { line: 4, column: 79, path: ['kinds', 0, 'lines', 'farewell'], code: 'moment.unknown' },
    ],
    [
      'a step with nothing to say',
      small.replace(/ {4}lines:[\s\S]*/, ''),
      { line: 10, column: 5, path: ['steps', 0], code: 'step.noLines' },
    ],
    ['markup', small.replace('Good day.', 'Good <b>day</b>.'), { line: 13, column: 9, code: 'text.html' }],
    ['a script', small.replace('Good day.', '<script>alert(1)</script>'), { line: 13, column: 9, code: 'text.html' }],
    [
      'a hidden turn of direction',
      small.replace('Good day.', '"Good \\u202E day."'),
      { line: 13, column: 10, code: 'text.control' },
    ],
    [
      'a placeholder that is misspelt',
      small.replace('Good day.', 'Is it {topik}?'),
      { line: 13, column: 9, code: 'line.unknownPlaceholder', facts: { placeholder: 'topik' } },
    ],
  ])('such as %s is named with its line and column', (_what, text, problem) => {
    const read = readPlaybook(text)

    expect(read.ok ? read.value : read.failure).toMatchObject([problem])
  })

  it('is not the only one named', () => {
    const read = readPlaybook(small.replace('name: Small', 'name: 24').replace('Good day.', '""'))

    expect(read.ok ? [] : read.failure.map(({ line, code }) => [line, code])).toEqual([
      [2, 'value.type'],
      [13, 'value.empty'],
    ])
  })
})
