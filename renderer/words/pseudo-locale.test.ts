import { expect, test } from 'vitest'
import { en } from './en.ts'
import { enRooms } from './en-rooms.ts'
import { pseudoLocale } from './pseudo-locale.ts'

test('the pseudo-locale is accented, bracketed and 40 % longer, with its placeholders whole', () => {
  expect(pseudoLocale({ note: { saved: 'Saved {{time}}' } })).toEqual({ note: { saved: '[Šávéð {{time}} ēx]' } })
})

test('every text of the catalogue keeps its placeholders and grows by 40 %', () => {
  const pseudos = texts(pseudoLocale({ ...en, ...enRooms }))
  const pairs = texts({ ...en, ...enRooms }).map((text, index) => ({ text, pseudo: pseudos[index] ?? '' }))
  const wrong = pairs.filter(
    ({ text, pseudo }) => placeholders(text) !== placeholders(pseudo) || letters(pseudo).length < letters(text).length * 1.4,
  )
  expect(wrong).toEqual([])
})

function texts(words: object): readonly string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))
}

function placeholders(text: string): string {
  return (text.match(/\{\{.*?\}\}/g) ?? []).join()
}

function letters(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, '')
}
