import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clause, parseQuery } from './query.ts'
import type { SearchDoc } from './search-doc.ts'
import { createSearchIndex, type SearchIndex, type SegmentFile } from './search-index.ts'
import { digitsOf, wordsOf } from './words-of.ts'

const now = Date.UTC(2026, 10, 21)
const day = 24 * 60 * 60 * 1000

const someWords = [
  'refund',
  'refunds',
  'ref',
  'Põld',
  'pold',
  'Straße',
  'заказ',
  'заказы',
  'تأخير',
  '退款',
  '款',
  '返金',
  '88',
  '1042',
  '😀',
  'a',
]
const text = fc.array(fc.constantFrom(...someWords), { maxLength: 5 }).map((words) => words.join(' '))
const doc: fc.Arbitrary<SearchDoc> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'),
  at: fc.integer({ min: 0, max: 4 }).map((days) => now - days * day),
  changedAt: fc.constant(now),
  names: fc.array(text, { maxLength: 2 }),
  numbers: fc.subarray(['+37255500142', '+44 (0)20 7946 0018', '0555 123', '020 7946 0017']),
  texts: fc.array(text, { maxLength: 2 }),
  kind: fc.constantFrom(null, 'demanding', 'fight-or-flight'),
  dispositions: fc.constantFrom([], ['resolved', 'Resolved'], ['Passed on']),
  tags: fc.subarray(['late', 'late delivery', 'Põld']),
  flags: fc.subarray(['hard', 'open', 'learned']),
})
const clause = fc.oneof(
  fc.constantFrom(...someWords),
  fc.constantFrom(
    're',
    'po',
    'за',
    '014',
    '+372 555',
    '55500142',
    '88-1042',
    'hard',
    '"hard"',
    'open:',
    'learned:',
    '02079460018',
    '00442079460017',
    '5550014',
    'kind:dem',
    'kind:fight-or',
  ),
  fc.constantFrom(
    'tag:late',
    'tag:delivery',
    'person:pold',
    'number:794',
    'disposition:on',
    'from:2026-11-19',
    'to:2026-11',
    'to:2026-11-1',
  ),
  fc.tuple(fc.constantFrom(...someWords), fc.constantFrom(...someWords)).map(([one, other]) => `"${one} ${other}"`),
  fc.constantFrom('"ref', 'nothing:here', 'kind:', '-', '(.*)', '\\', '"'),
)
const query = fc.array(clause, { maxLength: 3 }).map((clauses) => clauses.join(' '))

type Step =
  | { readonly note: readonly SearchDoc[] }
  | { readonly forget: string }
  | { readonly purge: string }
  | { readonly work: number }
  | 'restart'
  | 'save'
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ note: fc.array(doc, { maxLength: 3 }) }) },
  fc.record({ forget: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ purge: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ work: fc.integer({ min: 1, max: 30 }) }),
  fc.constantFrom('restart' as const, 'save' as const),
)

test('the search finds what a look at every record finds, whatever was added, changed, deleted, merged and stored before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), query, fc.subarray(['a', 'b', 'c']), (steps, asked, open) => {
      const { index, records } = after(steps)
      const found = index.ask({ text: asked, limit: 5, open, now })
      const expected = byHand([...records.values()], asked, open)
      if (found.didYouMean === null) expect({ ids: found.ids, total: found.total, whole: found.whole }).toEqual(expected)
      else expect(expected.total).toBe(0)
    }),
    { numRuns: 600 },
  )
})

/** Goes on as the worker and the store would. */
function after(steps: readonly Step[]) {
  let index = createSearchIndex()
  const records = new Map<string, SearchDoc>()
  const files = new Map<number, SegmentFile>()
  let stored: NonNullable<ReturnType<SearchIndex['changes']>>['manifest'] = { segments: [], changedAt: 0 }
  const save = () => {
    const changes = index.changes()
    if (changes === null) return
    for (const file of changes.put) files.set(file.id, file)
    for (const id of changes.remove) files.delete(id)
    stored = structuredClone(changes.manifest)
  }
  for (const each of steps) {
    if (each === 'save') save()
    else if (each === 'restart') {
      save()
      index = createSearchIndex()
      index.load(stored, new Map([...files].map(([id, { head }]) => [id, head])))
      for (const [id, { places }] of files) index.loadPlaces(id, places)
    } else if ('note' in each) {
      index.note(each.note)
      for (const noted of each.note) records.set(noted.id, noted)
    } else if ('forget' in each) {
      index.forget([each.forget])
      records.delete(each.forget)
    } else if ('purge' in each) {
      index.purge([each.purge])
      records.delete(each.purge)
    } else for (let left = each.work; left > 0; left -= 1) index.work()
  }
  return { index, records, files, save }
}

function byHand(records: readonly SearchDoc[], asked: string, open: readonly string[]) {
  const { clauses } = parseQuery(asked, now)
  const all = records.filter((record) => clauses.every((one) => holds(record, one, open, false)))
  const whole = all.filter((record) => clauses.every((one) => holds(record, one, open, true)))
  const newestFirst = (a: SearchDoc, b: SearchDoc) => b.at - a.at || (a.id < b.id ? -1 : 1)
  const partly = all.filter((record) => !whole.includes(record))
  return {
    ids: [...whole.sort(newestFirst), ...partly.sort(newestFirst)].slice(0, 5).map(({ id }) => id),
    total: all.length,
    whole: whole.length,
  }
}

function holds(record: SearchDoc, one: Clause, open: readonly string[], isWhole: boolean): boolean {
  const has = (values: readonly string[], value: string) =>
    values.some((each) => wordsOf(each).some((_, from, words) => words.slice(from).join(' ').startsWith(value)))
  switch (one.type) {
    case 'words': {
      const { words, lastIsPrefix, digits } = one
      const matches = (word: string | undefined, index: number) => {
        const wanted = words[index] ?? ''
        return lastIsPrefix && !isWhole && index === words.length - 1 ? word?.startsWith(wanted) : word === wanted
      }
      const inText = [...record.names, ...record.texts, ...record.tags].some((each) =>
        wordsOf(each).some((_, from, all) => words.every((__, index) => matches(all[from + index], index))),
      )
      return inText || (digits !== null && hasNumber(record, digits))
    }
    case 'value': {
      const kinds = record.kind === null ? [] : [record.kind]
      const values = { person: record.names, kind: kinds, disposition: record.dispositions, tag: record.tags }
      return has(values[one.field], one.value)
    }
    case 'number':
      return hasNumber(record, one.digits)
    case 'flag':
      return record.flags.includes(one.flag) || (one.flag === 'open' && open.includes(record.id))
    case 'since':
      return record.at >= one.at
    case 'until':
      return record.at < one.at
    case 'unfinished':
      return true
  }
}

function hasNumber({ numbers }: SearchDoc, asked: string): boolean {
  const wanted = asked.length < 7 ? asked : asked.replace(/^0+/, '')
  return numbers.map(digitsOf).some((digits) => {
    const significant = digits.replace(/^0+/, '')
    return digits !== '' && (digits.includes(wanted) || (significant.length >= 7 && wanted.endsWith(significant)))
  })
}

const blank: SearchDoc = {
  id: 'a',
  at: now,
  changedAt: now,
  names: [],
  numbers: [],
  texts: [],
  kind: null,
  dispositions: [],
  tags: [],
  flags: [],
}

function ask(index: SearchIndex, asked: string) {
  return index.ask({ text: asked, limit: 20, open: [], now })
}

test('a purged record leaves no word and no id in any segment, also while segments are merged', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(8), (steps, slices) => {
      const { index, files, save } = after([
        { note: [{ ...blank, id: 'gone', texts: ['betrayal'] }] },
        ...steps,
        { work: slices },
      ])
      index.note([{ ...blank, id: 'gone', texts: ['betrayed again'] }])
      index.purge(['gone'])
      while (!index.isPurged) index.work()
      save()
      const written = [...files.values()].map(({ head }) => new TextDecoder('latin1').decode(head)).join()
      expect(written).not.toMatch(/betray|gone/)
      expect(ask(index, 'betray').total).toBe(0)
    }),
    { numRuns: 200 },
  )
})

test('a word typed wrong finds what was meant, and says so; two letters may be wrong in a long one', () => {
  const index = createSearchIndex()
  index.note([
    { ...blank, id: 'a', texts: ['wants a refund for the delivery'] },
    { ...blank, id: 'b', texts: ['the refund again', 'Klient küsis tellimust'] },
  ])
  const meant = (asked: string) => [ask(index, asked).didYouMean, ask(index, asked).ids]
  expect(meant('refudn')).toEqual(['refund', ['a', 'b']])
  expect(meant('The dilivrey')).toEqual(['The delivery', ['a']])
  expect(meant('"the refnud again"')).toEqual(['"the refund again"', ['b']])
  expect(meant('tellimsut')).toEqual(['tellimust', ['b']])
  expect(meant('rfd')).toEqual([null, []])
  expect(meant('refund')).toEqual([null, ['a', 'b']])
  expect(meant('88-1043')).toEqual([null, []])
})

test('a segment with one flipped bit is not loaded', () => {
  const index = createSearchIndex()
  index.note([{ ...blank, texts: ['refund'] }])
  const { put, manifest } = index.changes() ?? { put: [], manifest: { segments: [], changedAt: 0 } }
  const [file] = put
  if (file === undefined) throw new Error('a new segment is to be stored')
  const load = (head: ArrayBuffer) => {
    const loaded = createSearchIndex()
    loaded.load(manifest, new Map([[file.id, head]]))
    loaded.loadPlaces(file.id, file.places)
  }
  expect(() => load(file.head)).not.toThrow()
  for (let at = 0; at < file.head.byteLength; at += 1) {
    const damaged = file.head.slice(0)
    new Uint8Array(damaged)[at] = (new Uint8Array(damaged)[at] ?? 0) ^ 16
    expect(() => load(damaged)).toThrow()
  }
  expect(() => load(file.head.slice(0, -8))).toThrow()
})

test('hostile notes and questions are only text', () => {
  const index = createSearchIndex()
  const paste = 'x'.repeat(1_000_000)
  index.note([
    { ...blank, id: 'a', texts: [paste] },
    { ...blank, id: 'b', texts: [Array.from({ length: 200_000 }, (_, number) => `word${number % 5000}`).join(' ')] },
    { ...blank, id: 'c', texts: ['👩‍👩‍👧 Zalgo t̷̢͝e̵x̶t (.*)+$ \u0000 \uD800 "quoted"'] },
    { ...blank, id: '\uD83D\uDE00', names: ['😀'] },
  ])
  expect(ask(index, 'xxx').ids).toEqual(['a'])
  expect(ask(index, '"word4998 word4999"').ids).toEqual(['b'])
  expect(ask(index, 'text').ids).toEqual(['c'])
  expect(ask(index, '👧').ids).toEqual(['c'])
  expect(ask(index, '😀').ids).toEqual(['\uD83D\uDE00'])
  expect(ask(index, '(.*)+$ [a-z \\d').ids).toEqual([])
  expect(ask(index, 'q '.repeat(5_000)).total).toBe(1)
  expect(ask(index, paste.slice(0, 10_000)).ids).toEqual(['a'])
})

test('any text can be asked for, and a record is found by each of its own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (any) => {
      const index = createSearchIndex()
      index.note([{ ...blank, texts: [any] }])
      expect(() => ask(index, any)).not.toThrow()
      for (const word of wordsOf(any)) expect(ask(index, `"${word}"`).ids).toEqual(['a'])
    }),
  )
})

test('a damaged segment can be asked before its damage is known: no question of it fails or lasts', () => {
  const index = createSearchIndex()
  index.note([
    { ...blank, names: ['Marta'], numbers: ['+37255500142'], texts: ['refund'], tags: ['late'] },
    { ...blank, id: 'b', texts: ['refunds'] },
  ])
  const { put, manifest } = index.changes() ?? { put: [], manifest: { segments: [], changedAt: 0 } }
  const [{ id, head }] = put as [SegmentFile]
  const single = fc.constantFrom('refund', 're', '372555', 'number:372', 'kind:dem', 'tag:late', 'hard', 'from:2026-11-19')
  fc.assert(
    fc.property(fc.nat(head.byteLength - 1), fc.integer({ min: 1, max: 255 }), single, (at, flips, asked) => {
      const damaged = head.slice(0)
      new Uint8Array(damaged)[at] = (new Uint8Array(damaged)[at] ?? 0) ^ flips
      const loaded = createSearchIndex()
      try {
        loaded.load(manifest, new Map([[id, damaged]]))
      } catch {
        return
      }
      ask(loaded, asked)
      ask(loaded, 'refudn delviery')
      loaded.suggest('person:m', 8)
    }),
    { numRuns: 1_000 },
  )
})

test('a phrase of words that most notes have is found wherever it stands, in short notes and in long ones', () => {
  const words = fc.array(fc.constantFrom('the', 'line', 'dropped'), { maxLength: 200 })
  const phrase = fc.array(fc.constantFrom('the', 'line', 'dropped'), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), phrase, (texts, asked) => {
      const index = createSearchIndex()
      const records = texts.map((text, at) => ({ ...blank, id: String(at), at, texts: [text.join(' ')] }))
      index.note(records)
      const found = index.ask({ text: `"${asked.join(' ')}"`, limit: 5, open: [], now })
      expect({ ids: found.ids, total: found.total, whole: found.whole }).toEqual(byHand(records, `"${asked.join(' ')}"`, []))
    }),
    { numRuns: 500 },
  )
})

test('a phrase is found alike before and after the pairs of frequent words are worked out', () => {
  const random = fc.sample(fc.array(fc.constantFrom('the', 'line', 'dropped', 'again'), { maxLength: 40 }), {
    numRuns: 2_500,
    seed: 7,
  })
  const records = random.map((words, at) => ({ ...blank, id: String(at), at, texts: [words.join(' ')] }))
  const index = createSearchIndex()
  index.note(records)
  const phrases = ['the line', 'line line', 'the line dropped', 'the line again dropped', 'the line dr', 'again the'].map(
    (words) => `"${words}`,
  )
  const answers = () => phrases.map((phrase) => index.ask({ text: phrase, limit: 5, open: [], now }))
  const before = answers()
  let slices = 0
  while (index.work()) slices += 1
  expect(slices).toBeGreaterThan(1)
  expect(answers()).toEqual(before)
  expect(before.map(({ total }) => total)).toEqual(phrases.map((phrase) => byHand(records, phrase, []).total))
})
