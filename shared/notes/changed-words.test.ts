import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedWords } from './changed-words.ts'

test('a reader sees which words went and which came', () => {
  expect(changedWords('Refund by Friday,\nshe waits', 'Refund of 40 by Monday,\nshe waits')).toEqual([
    { kind: 'same', text: 'Refund ' },
    { kind: 'new', text: 'of 40 ' },
    { kind: 'same', text: 'by ' },
    { kind: 'gone', text: 'Friday,' },
    { kind: 'new', text: 'Monday,' },
    { kind: 'same', text: '\nshe waits' },
  ])
})

test('a note that only got longer lost nothing', () => {
  expect(changedWords('[ ] Send it', '[x] Send it')).toEqual([
    { kind: 'gone', text: '[ ] ' },
    { kind: 'new', text: '[x] ' },
    { kind: 'same', text: 'Send it' },
  ])
  expect(changedWords('', 'Words')).toEqual([{ kind: 'new', text: 'Words' }])
  expect(changedWords('Words', 'Words')).toEqual([{ kind: 'same', text: 'Words' }])
})

test('both texts can be read from the parts, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a ', 'b', '\n', ' ', '👩‍👩‍👧', 'é ', 'أ '), { maxLength: 20 })
    .map((signs) => signs.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = changedWords(before, after)
      const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('')
      expect([without('new'), without('gone')]).toEqual([before, after])
    }),
  )
})

test('two versions of a megabyte that share nothing are told apart', () => {
  const parts = changedWords('one word '.repeat(110_000), 'other text '.repeat(90_000))
  expect(parts.map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
