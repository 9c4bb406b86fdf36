import { expect, test } from 'vitest'
import { createSearchIndex } from './search-index.ts'

const index = createSearchIndex()
const blank = { changedAt: 0, numbers: [], texts: [], dispositions: [], flags: [] }
index.note([
  { ...blank, id: 'a', at: 1, names: ['Marta Kask'], kind: 'demanding', tags: ['late delivery'] },
  { ...blank, id: 'b', at: 2, names: ['Marta Kask'], kind: 'fight-or-flight', tags: [] },
  { ...blank, id: 'c', at: 3, names: ['Martin Saar'], kind: 'demanding', tags: ['late'] },
])

const texts = (text: string, caret = text.length) => index.suggest(text, caret).map((each) => each.text)

test('an empty box teaches every filter', () => {
  expect(texts('')).toEqual([
    'person:',
    'number:',
    'kind:',
    'disposition:',
    'tag:',
    'from:',
    'to:',
    'hard ',
    'open: ',
    'learned: ',
  ])
})

test('the beginning of a filter or of a name is completed, those met most first', () => {
  expect(texts('ki')).toEqual(['kind:'])
  expect(texts('refund mar')).toEqual(['refund person:marta-kask ', 'refund person:martin-saar '])
})

test('a filter offers the values there are', () => {
  expect(texts('kind:')).toEqual(['kind:demanding ', 'kind:fight-or-flight '])
  expect(texts('tag:late-d')).toEqual(['tag:late-delivery '])
  expect(texts('from:')).toEqual([])
})

test('nothing is suggested inside a phrase, and again after it', () => {
  expect(texts('"order mar')).toEqual([])
  expect(texts('"order" mar')).toEqual(['"order" person:marta-kask ', '"order" person:martin-saar '])
})

test('what follows the caret stays', () => {
  expect(index.suggest('ki refund', 2)).toEqual([{ type: 'filter', filter: 'kind', value: '', text: 'kind:refund', caret: 5 }])
})

test('what is suggested is found', () => {
  const ask = (text: string) => index.ask({ text, limit: 5, open: [], now: 0 }).ids
  expect([ask('kind:fight-or-flight'), ask('person:marta-kask'), ask('tag:late-delivery')]).toEqual([['b'], ['b', 'a'], ['a']])
})
