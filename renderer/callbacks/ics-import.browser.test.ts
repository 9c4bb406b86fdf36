import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { givingWay } from '../storage/giving-way.ts'
import { icsOf } from './ics-export.ts'
import { importPlan, needsZone, readEvents } from './ics-import.ts'
import { icsSlices, longestEvent, mostEvents } from './ics-slices.ts'
import { promisedAt, resolve } from './wall-time.ts'

const now = Date.UTC(2026, 10, 27, 9)
const dayMs = 24 * 60 * 60 * 1000
const words = { summary: () => 'Call', description: () => 'Promised' }
const unwatched = () => ({ progressed: () => undefined, signal: new AbortController().signal })

async function imported(text: string | Blob, known: readonly Callback[] = [], zone = 'Europe/Tallinn') {
  const slices = await icsSlices(new Blob([text]), unwatched())
  if (slices === null) throw new Error('this is no calendar')
  const read = await readEvents(slices.events, now, unwatched().signal)
  return importPlan(read, new Map(known.map((callback) => [callback.id, callback])), zone, now)
}

function calendar(...events: readonly string[]): string {
  const lines = events.map((event) => `BEGIN:VEVENT\r\n${event.replaceAll('\n', '\r\n')}\r\nEND:VEVENT\r\n`)
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${lines.join('')}END:VCALENDAR\r\n`
}

const spoken = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())

test('what is saved to a calendar comes back with every instant, zone and word', async () => {
  const callback = fc.record({
    at: fc.integer({ min: now + dayMs, max: now + 3000 * dayMs }),
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', '+05:30'),
    name: spoken,
    number: spoken,
    reason: spoken,
    promised: spoken,
    notes: fc.array(spoken, { maxLength: 3 }).map((lines) => lines.join('\n').trim()),
    priority: fc.constantFrom('normal' as const, 'high' as const),
    kind: fc.constantFrom('callback' as const, 'satisfaction' as const, 'thanks' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(callback, { minLength: 1, maxLength: 3 }), async (drafts) => {
      const callbacks = drafts.map(({ at, zone, name, number, ...rest }) => {
        const time = promisedAt(at, zone)
        return sampleCallback({ ...rest, id: crypto.randomUUID(), person: { name, number }, due: time, promisedFor: time })
      })
      const plan = await imported(await icsOf(callbacks, now, words))
      expect(plan.leftOut).toEqual([])
      expect(plan.callbacks.map(essence)).toEqual(callbacks.map(essence))
    }),
    { numRuns: 60 },
  )
})

test('the second of two equal wall times stays the second', async () => {
  const overlap = resolve('2027-10-31T03:30', 'Europe/Tallinn')
  if (overlap.kind !== 'overlap') throw new Error('clocks are not put back then')
  const callback = sampleCallback({ due: overlap.second, promisedFor: overlap.second })
  const plan = await imported(await icsOf([callback], now, words))
  expect(plan.callbacks.map(({ due }) => due)).toEqual([overlap.second])
})

test('a calendar names the changes of the clocks of each zone', async () => {
  const time = promisedAt(Date.UTC(2027, 2, 28, 12), 'Europe/Tallinn')
  const text = await icsOf([sampleCallback({ due: time })], now, words)
  expect(text).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20270328T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300')
  expect(text).toContain('DTSTART;TZID=Europe/Tallinn:20270328T150000')
})

test('a zone whose clocks were off by seconds until 1972 comes back like any other', async () => {
  const time = promisedAt(now + dayMs, 'Africa/Monrovia')
  const plan = await imported(await icsOf([sampleCallback({ due: time, promisedFor: time })], now, words))
  expect(plan.callbacks.map(({ due }) => due)).toEqual([time])
})

test('what is known already is changed, not doubled, and what says nothing new is left as it is', async () => {
  const time = promisedAt(now + dayMs, 'Europe/Tallinn')
  const known = sampleCallback({ due: time, promisedFor: time })
  const text = await icsOf([known], now, words)
  expect(await imported(text, [known])).toMatchObject({ callbacks: [], added: 0, changed: 0, same: 1 })
  const later = await imported(text.replace('T110000', 'T120000'), [known])
  expect(later).toMatchObject({ added: 0, changed: 1, same: 0 })
  expect(later.callbacks[0]?.history.at(-1)).toMatchObject({ type: 'renegotiated', from: time })
  expect(later.callbacks[0]?.due.at).toBe(time.at + 60 * 60 * 1000)
})

test('a promise that a calendar moves has its deputy asked anew, and rings again after a call that is under way', async () => {
  const time = promisedAt(now + dayMs, 'Europe/Tallinn')
  const deputy = { id: 'jaan.tamm', name: 'Jaan Tamm', briefId: crypto.randomUUID() }
  const history = [...sampleCallback().history, { at: now, type: 'briefed', to: deputy.name } as const]
  const known = sampleCallback({ due: time, promisedFor: time, keeper: 'deputy', deputy, history, state: 'calling' })
  const text = await icsOf([known], now, words)
  const [moved] = (await imported(text.replace('T110000', 'T120000'), [known])).callbacks
  expect(moved?.state).toBe('pending')
  expect(moved?.deputy?.briefId).not.toBe(deputy.briefId)
})

test('an event of another program comes twice as one callback', async () => {
  const event =
    'UID:040000008200E00074@outlook\nSUMMARY:Call Ana\nDTSTART;TZID=Europe/Berlin:20261201T100000\nURL:tel:+4930123456'
  const [first] = (await imported(calendar(event))).callbacks
  const again = await imported(calendar(event, event), first ? [first] : [])
  expect(first?.person).toEqual({ name: 'Call Ana', number: '+4930123456' })
  expect(again).toMatchObject({ callbacks: [], same: 1 })
})

test.each([
  ['UID:a\nSUMMARY:A day\nDTSTART;VALUE=DATE:20261201', 'noTime'],
  ['UID:a\nSUMMARY:No start', 'noTime'],
  ['SUMMARY:No identity\nDTSTART:20261201T100000Z', 'noUid'],
  ['UID:a\nSUMMARY:Past\nDTSTART:20251201T100000Z', 'past'],
  ['UID:a\nSUMMARY:Off\nSTATUS:CANCELLED\nDTSTART:20261201T100000Z', 'cancelled'],
  ['UID:a\nSUMMARY:Skipped\nDTSTART;TZID=Europe/Tallinn:20270328T033000', 'skipped'],
  ['UID:a\nSUMMARY:Far\nDTSTART:22261201T100000Z', 'tooFar'],
  ['UID:a\nSUMMARY:Over\nDTSTART:20200101T100000Z\nRRULE:FREQ=DAILY;COUNT=3', 'noMoreOccurrences'],
  ['UID:a\nSUMMARY:Endless\nDTSTART:20200101T100000Z\nRRULE:FREQ=SECONDLY', 'tooOften'],
  ['UID:a\nSUMMARY:No such date\nDTSTART:20269999T999999Z', 'unreadable'],
  ['UID:a\nSUMMARY:No such day\nDTSTART:20270230T100000Z', 'unreadable'],
  ['UID:a\nSUMMARY:Broken\n\u0000\u0001 nothing here', 'unreadable'],
])('an event that cannot be promised is left out and named: %#', async (event, trouble) => {
  const plan = await imported(calendar(event))
  expect(plan.callbacks).toEqual([])
  expect(plan.leftOut.map((left) => left.trouble)).toEqual([trouble])
})

test('of a series the next one is promised', async () => {
  const plan = await imported(calendar('UID:a\nSUMMARY:Weekly\nDTSTART;TZID=Europe/Tallinn:20260101T100000\nRRULE:FREQ=WEEKLY'))
  expect(plan.callbacks.map(({ due }) => due.wall)).toEqual(['2026-12-03T10:00'])
  expect(plan.recurring.size).toBe(1)
})

const weekly = 'UID:a\nSUMMARY:Weekly\nDTSTART;TZID=Europe/Tallinn:20260101T100000\nRRULE:FREQ=WEEKLY'
const oneOf = (was: string, is: string) =>
  `UID:a\nSUMMARY:Weekly\nRECURRENCE-ID;TZID=Europe/Tallinn:${was}\nDTSTART;TZID=Europe/Tallinn:${is}`

test.each([
  ['that was moved long ago', [weekly, oneOf('20261105T100000', '20261105T120000')], ['2026-12-03T10:00']],
  ['that is moved', [weekly, oneOf('20261203T100000', '20261203T120000')], ['2026-12-03T12:00']],
  ['that is moved, and stands before it', [oneOf('20261203T100000', '20261203T120000'), weekly], ['2026-12-03T12:00']],
  ['that is cancelled', [weekly, `${oneOf('20261203T100000', '20261203T100000')}\nSTATUS:CANCELLED`], ['2026-12-10T10:00']],
  ['that comes without it', [oneOf('20261203T100000', '20261203T120000')], ['2026-12-03T12:00']],
])('of a series with a date %s the next one is promised', async (_, events, walls) => {
  const plan = await imported(calendar(...events))
  expect([plan.callbacks.map(({ due }) => due.wall), plan.leftOut]).toEqual([walls, []])
})

test('an event without an end takes none after it along', async () => {
  const [good, other] = ['UID:b\nSUMMARY:Good\nDTSTART:20261201T100000Z', 'UID:c\nSUMMARY:Other\nDTSTART:20261202T100000Z']
  const text = calendar('UID:a\nSUMMARY:Broken\nDTSTART:20261201T100000Z', good, other).replace('END:VEVENT\r\n', '')
  const plan = await imported(text)
  expect(plan.callbacks.map(({ person }) => person.name)).toEqual(['Good', 'Other'])
})

test('a calendar with as many events as are read is not cut', async () => {
  const sliced = async (count: number) =>
    await icsSlices(new Blob([calendar(...Array.from({ length: count }, () => 'UID:a'))]), unwatched())
  expect([(await sliced(mostEvents))?.isCut, (await sliced(mostEvents + 1))?.isCut]).toEqual([false, true])
})

test('a time without a known zone is asked about, and then means what was answered', async () => {
  const text = calendar(
    'UID:a\nSUMMARY:F\nDTSTART:20261201T100000',
    'UID:b\nSUMMARY:W\nDTSTART;TZID=Customized Time Zone:20261201T100000',
  )
  const slices = await icsSlices(new Blob([text]), unwatched())
  const read = await readEvents(slices?.events ?? [], now, unwatched().signal)
  expect(read.events.map(needsZone)).toEqual([true, true])
  const plan = importPlan(read, new Map(), 'Asia/Tokyo', now)
  expect(plan.callbacks.map(({ due }) => due.at)).toEqual([Date.UTC(2026, 11, 1, 1), Date.UTC(2026, 11, 1, 1)])
})

test('a zone by its name in Windows is known', async () => {
  const event = 'UID:a\nSUMMARY:Outlook\nDTSTART;TZID="Central Standard Time":20261201T100000'
  const plan = await imported(calendar(event), [], 'Asia/Tokyo')
  expect(plan.callbacks.map(({ due }) => due)).toEqual([promisedAt(Date.UTC(2026, 11, 1, 16), 'America/Chicago')])
})

test('text that would turn its neighbours around is made plain', async () => {
  const plan = await imported(calendar('UID:a\nSUMMARY:Ana\u202Eevil\nDTSTART:20261201T100000Z'))
  expect(plan.callbacks.map(({ person }) => person.name)).toEqual(['Ana evil'])
})

test.each([
  ['binary', new Blob([crypto.getRandomValues(new Uint8Array(65_536))])],
  ['a table', new Blob(['Name,Number\nAna,101\n'])],
])('%s is no calendar', async (_, file) => {
  expect(await icsSlices(file, unwatched())).toBeNull()
})

test('of a calendar of a million lines each event is a piece of its own, and the window gets its turn between pieces', async () => {
  const events = Array.from(
    { length: 4000 },
    (_, index) => `UID:${index}\nSUMMARY:Call\nDTSTART:20261201T100000Z${'\nX-PAD:1'.repeat(250)}`,
  )
  const file = new Blob([calendar(...events, `UID:long\nX-LONG:${'x'.repeat(longestEvent)}\nDTSTART:20261201T100000Z`)])
  const { signal } = new AbortController()
  const slicing = pieces()
  let told = 0
  const slices = await icsSlices(file, { progressed: (bytes) => (told = bytes), signal, giveWay: slicing.giveWay })
  const reading = pieces()
  const read = await readEvents(slices?.events ?? [], now, signal, reading.giveWay)
  expect(read.events.length).toBe(4000)
  expect(slices?.overlong).toBe(1)
  expect(told).toBe(file.size)
  expect(slicing.count()).toBeGreaterThan(4000)
  expect(slicing.turns()).toBe(Math.floor(slicing.count() / 8))
  expect([reading.count(), reading.turns()]).toEqual([4000, 500])
})

test('reading stops when it is called off', async () => {
  const stopping = new AbortController()
  stopping.abort()
  const slices = await icsSlices(new Blob([calendar('UID:a\nDTSTART:20261201T100000Z')]), {
    progressed: () => undefined,
    signal: stopping.signal,
  })
  expect(slices?.events).toEqual([])
})

/** Work whose every piece takes a millisecond. */
function pieces() {
  let count = 0
  let turns = 0
  const giveWay = givingWay(
    () => count,
    async () => {
      turns += 1
    },
  )
  return {
    giveWay: () => {
      count += 1
      return giveWay()
    },
    count: () => count,
    turns: () => turns,
  }
}

function essence({ id, person, due, reason, topic, promised, notes, kind, priority }: Callback) {
  return { id, person, due, reason, topic, promised, notes, kind, priority }
}
