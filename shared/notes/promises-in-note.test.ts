import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPromiseAt, openPromisesIn, promisesIn, withPromise } from './promises-in-note.ts'

test('lines with a box are promises, ticked or open, and all others are only words', () => {
  const text = 'Wants [x] a refund\n[ ] Send the invoice\r\n- [x] Ask Ines \n\t[X] Call the bank\n[]no\n[ ]\n[ ] \n[y] no'
  expect(promisesIn(text)).toEqual([
    { words: 'Send the invoice', isKept: false, markAt: 20 },
    { words: 'Ask Ines', isKept: true, markAt: 44 },
    { words: 'Call the bank', isKept: true, markAt: 59 },
  ])
  expect(openPromisesIn(text).map(({ words }) => words)).toEqual(['Send the invoice'])
})

test('a promise may be written in any script, with emoji and combining characters', () => {
  const words = ['أرسل الفاتورة', '发送发票', 'Sa\u0301lata 👩‍👩‍👧 à trois']
  expect(openPromisesIn(words.map((line) => `[ ] ${line}`).join('\n')).map((promise) => promise.words)).toEqual(words)
})

test('the open promise at the caret is the one in its line, and elsewhere the last one', () => {
  const text = '[ ] Send the invoice\n[x] Ask Ines\n[ ] Call the bank\nLate'
  const at = (words: string) => openPromiseAt(text, text.indexOf(words))?.words
  expect([at('[ ] Send'), at('invoice'), at('\n[x]'), at('Ines'), at('bank'), at('Late')]).toEqual([
    ...['Send the invoice', 'Send the invoice', 'Send the invoice'],
    ...['Call the bank', 'Call the bank', 'Call the bank'],
  ])
  expect(openPromiseAt('[x] Ask Ines\nLate', 3)).toBeUndefined()
})

test('a tick changes nothing but its own mark, and taking it back gives the very same text', () => {
  const line = fc.tuple(fc.constantFrom('[ ] ', '[x] ', '- [ ] ', '', '  '), fc.string({ unit: 'grapheme', maxLength: 12 }))
  fc.assert(
    fc.property(fc.array(line), fc.nat(), (lines, pick) => {
      const text = lines.map((parts) => parts.join('')).join('\n')
      const found = promisesIn(text)
      const promise = found[pick % Math.max(1, found.length)]
      if (promise === undefined) return
      const changed = withPromise(text, promise, !promise.isKept)
      expect(promisesIn(changed)).toEqual(found.map((other) => (other === promise ? { ...other, isKept: !other.isKept } : other)))
      expect(withPromise(changed, promise, promise.isKept).toLowerCase()).toBe(text.toLowerCase())
    }),
  )
})
