import { expect, test } from 'vitest'
import { matchesIn } from './matches-in.ts'

test('a word of the query is found whatever its case and accents', () => {
  expect(matchesIn('Liis Põld called', 'pold')).toEqual([
    { at: 0, part: 'Liis ', matches: false },
    { at: 5, part: 'Põld', matches: true },
    { at: 9, part: ' called', matches: false },
  ])
})

test('every word of the query is found, each time it stands there', () => {
  expect(matchesIn('refund or no refund, now', 'refund NOW').filter(({ matches }) => matches)).toEqual([
    { at: 0, part: 'refund', matches: true },
    { at: 13, part: 'refund', matches: true },
    { at: 21, part: 'now', matches: true },
  ])
})

test('a text with letters beyond the basic plane is cut at whole letters', () => {
  expect(matchesIn('😀 refund', 'refund')).toEqual([
    { at: 0, part: '😀 ', matches: false },
    { at: 3, part: 'refund', matches: true },
  ])
})

test('a word is marked where it begins, digits anywhere, and a letter of a script without spaces anywhere', () => {
  const marked = (text: string, query: string) => matchesIn(text, query).flatMap(({ part, matches }) => (matches ? [part] : []))
  expect(marked('No prefund, a refund of 88-1042', 'fund re 042')).toEqual(['re', '042'])
  expect(marked('客户希望退款', '退')).toEqual(['退'])
  expect(marked('Neue Straße', 'strass')).toEqual(['Straß'])
})

test('an empty query marks nothing', () => {
  expect(matchesIn('Order 88', ' ')).toEqual([{ at: 0, part: 'Order 88', matches: false }])
})
