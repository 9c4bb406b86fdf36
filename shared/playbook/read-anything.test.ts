import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { builtInTexts } from './built-in/built-in-playbooks.ts'
import { readPlaybook } from './read-playbook.ts'

const [sound = ''] = builtInTexts
const odd = fc.constantFrom(
  '[',
  ']',
  '{',
  '}',
  ':',
  ': ',
  '- ',
  '\n',
  '\t',
  '"',
  "'",
  '|',
  '>',
  '&a ',
  '*a',
  '!!x ',
  '? ',
  '%',
  '#',
  '\0',
  '\uD800',
  '---\n',
)

it('whatever is in a file, its author gets a playbook or problems that stand inside the file', () => {
  const spoiled = fc
    .array(fc.tuple(fc.nat(sound.length), fc.nat(30), odd), { minLength: 1, maxLength: 4 })
    .map((cuts) => cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), sound))
  fc.assert(
    fc.property(
      fc.oneof(
        spoiled,
        fc.string({ unit: 'binary' }),
        fc.array(odd).map((parts) => parts.join('')),
      ),
      (text) => {
        const read = readPlaybook(text)
        const problems = read.ok ? read.value.warnings : read.failure
        const lines = text.split(/\r\n|\r|\n/)
        const outside = problems.filter(({ line, column }) => column > (lines[line - 1]?.length ?? -1) + 1)

        expect([read.ok || problems.length > 0, outside]).toEqual([true, []])
      },
    ),
    { numRuns: 300 },
  )
})
