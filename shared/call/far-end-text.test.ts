import fc from 'fast-check'
import { expect, test } from 'vitest'
import { farEndText, farEndTextLimit } from './far-end-text.ts'

test('an ordinary name stays as it is, in any script', () => {
  for (const name of [
    'Marta Kask',
    'Müller Söhne',
    'Нина Иванова',
    '山田 太郎',
    'محمد',
    '👩‍🚒 Fire desk'.replace('\u200D', ''),
  ]) {
    expect(farEndText(name)).toBe(name)
  }
})

test('a caller cannot break the line, turn the text around or fill the screen', () => {
  expect(farEndText('  Ana\r\n\tSild\u0000\u202E)gnoleB\u2066 ')).toBe('Ana Sild )gnoleB')
  expect([...farEndText('x'.repeat(10_000))].length).toBe(farEndTextLimit)
})

test('whatever is sent comes out short, on one line, without controls, and the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (raw) => {
      const text = farEndText(raw)
      expect([...text].length).toBeLessThanOrEqual(farEndTextLimit)
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/u)
      expect(farEndText(text)).toBe(text)
    }),
  )
})
