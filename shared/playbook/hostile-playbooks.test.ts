import { dump } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import type { PlaybookProblem } from './playbook-problem.ts'
import { readPlaybook } from './read-playbook.ts'

const laughs = [
  'a: &a [lol, lol]',
  ...'bcdefghij'.split('').map((name, at) => `${name}: &${name} [*${'abcdefghi'[at]}, *${'abcdefghi'[at]}]`),
]

const large = (count: number) => ({
  id: 'large',
  name: 'Large',
  kinds: [{ id: 'calm', name: 'Calm', fear: 'None.', stance: 'Be kind.' }],
  dispositions: [{ id: 'done', label: 'Done' }],
  steps: Array.from({ length: count }, (_, step) => ({
    id: `step-${step}`,
    title: `Step ${step}`,
    lines: Array.from({ length: 11 }, (_, line) => `Line ${line} of step ${step}.`),
  })),
})

describe('a playbook made to do harm', () => {
  it.each<[what: string, text: string, problem: Partial<PlaybookProblem>]>([
    ['grows without bound by aliases', laughs.join('\n'), { line: 2, column: 8, code: 'yaml.alias' }],
    ['goes in a circle', 'steps: &a\n  - *a\n', { line: 2, column: 5, code: 'yaml.alias' }],
    ['merges maps', 'a: &a { b: 1 }\nc:\n  <<: *a\n', { line: 3, column: 7, code: 'yaml.alias' }],
    ['names a type', 'id: !!js/function "() => 1"\n', { line: 1, column: 5, code: 'yaml.tag' }],
    ['is five megabytes', 'a'.repeat(5 * 1024 * 1024), { line: 1, column: 1, code: 'text.tooBig', facts: { most: 1024 * 1024 } }],
    ['nests a million deep in brackets', '['.repeat(1_000_000), { line: 1, code: 'yaml.tooDeep' }],
    ['nests half a million deep in dashes', '- '.repeat(500_000), { line: 1, code: 'yaml.tooDeep' }],
    ['has two keys of one name', 'id: a\nid: b\n', { line: 2, column: 1, code: 'yaml.duplicateKey', facts: { key: 'id' } }],
    ['has a list for a key', '? [a, b]\n: c\n', { line: 1, column: 3, code: 'yaml.key' }],
    ['reaches for the prototype', '__proto__: { id: a }\n', { line: 1, column: 1, code: 'yaml.key' }],
    ['is two documents', 'id: a\n---\nid: b\n', { line: 3, column: 1, code: 'yaml.severalDocuments' }],
    ['is broken YAML', 'id: [a\n', { line: 2, column: 1, code: 'yaml.syntax' }],
    ['is empty', '', { line: 1, column: 1, code: 'text.empty' }],
    ['is only a comment', '# nothing\n', { line: 1, column: 1, code: 'text.empty' }],
    ['is UTF-16', [...'id: a\n'].join('\0'), { line: 1, column: 1, code: 'text.utf16' }],
    ['holds a NUL', 'id: a\nname: "\0"\n', { line: 1, column: 1, code: 'text.nul' }],
    [
      'has more lines than anybody can say',
      dump(large(600)),
      { line: 1, column: 1, code: 'lines.tooMany', facts: { most: 6000, found: 6600 } },
    ],
    ['has more steps than anybody can take', dump(large(601)), { path: ['steps'], code: 'value.tooMany', facts: { most: 600 } }],
  ])('is refused with one clear reason when it %s', (_what, text, problem) => {
    const read = readPlaybook(text)

    expect(read.ok ? read.value : read.failure).toMatchObject([problem])
  })

  it('is refused while it has a hundred thousand keys, and names no more than a hundred of its problems', () => {
    const keys = Array.from({ length: 100_000 }, (_, key) => `k${key}: 1`).join('\n')
    const steps = `steps: [${'{}, '.repeat(500)}]\n`

    const read = readPlaybook(`${steps}${keys.slice(0, 900_000)}`)

    expect(read.ok ? 0 : read.failure.length).toBe(100)
  })
})
