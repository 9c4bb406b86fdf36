import { beforeEach, describe, expect, it } from 'vitest'
import type { Brief, BriefId } from '../../shared/transfer/brief.ts'
import { ManualTimers } from '../manual-timers.ts'
import { Arrivals } from './arrivals.ts'
import type { BriefBook } from './brief-book.ts'
import { type BriefEntry, entryAfter, freshEntry } from './brief-entry.ts'
import { mostOpenOfOne, mostSettled } from './inbox-limits.ts'
import { briefFor } from './office-in-test.ts'
import { Outbox } from './outbox.ts'

let entries: Map<BriefId, BriefEntry>
let disk: Promise<unknown>
let shown: BriefId[]
let confirmed: BriefId[]
let logged: unknown[]
let arrivals: Arrivals

beforeEach(() => {
  entries = new Map()
  disk = Promise.resolve()
  shown = []
  confirmed = []
  logged = []
  const note = (message: string, facts?: unknown) => void logged.push([message, facts])
  const book: BriefBook = {
    entries: () => [...entries.values()],
    find: (id) => entries.get(id),
    async change(id, next) {
      await disk
      const entry = next(entries.get(id))
      if (entry) entries.set(id, entry)
      return entry
    },
    note: (id, next) => book.change(id, next),
    forget: async () => [],
    remove: async (ids) => {
      for (const id of ids) entries.delete(id)
    },
    close: async () => undefined,
  }
  const outbox = new Outbox({
    book,
    timers: new ManualTimers(),
    isThere: () => true,
    taken: async () => undefined,
    async publish(_topic, text) {
      confirmed.push(JSON.parse(text).briefId)
      return true
    },
  })
  outbox.up('mia', true)
  arrivals = new Arrivals({
    ...{ book, outbox, clock: { now: () => ({ mono: 0, wall: 7 }) } },
    log: { debug: note, info: note, warn: note, error: note },
    arrived: ({ brief: { id } }) => shown.push(id),
  })
})

function bring(brief: Brief): Promise<void> {
  return arrivals.take({ kind: 'brief', to: 'mia', from: brief.from.id }, brief)
}

function keep(brief: Brief, stage: 'delivered' | 'accepted', stageAt: number): void {
  const record = { brief, direction: 'received', stage, at: 1, stageAt, reason: '', followUp: null } as const
  entries.set(brief.id, { ...freshEntry(record), owesReceipt: false })
}

describe('a brief that comes in', () => {
  it('is shown while the disk still writes it, to a new window too, and confirmed when it has', async () => {
    const brief = briefFor('ana', 'mia')
    let written: () => void = () => undefined
    disk = new Promise((resolve) => {
      written = () => resolve(null)
    })

    const taken = bring(brief)
    expect([shown, arrivals.arriving().map((record) => record.brief), confirmed]).toEqual([[brief.id], [brief], []])
    written()
    await taken

    expect([shown, arrivals.arriving(), confirmed]).toEqual([[brief.id], [], [brief.id]])
  })

  it('is shown once when the disk does not take it and the hub brings it again, and confirmed when the disk does', async () => {
    const brief = briefFor('ana', 'mia')
    disk = Promise.reject(new Error('full'))

    await expect(bring(brief)).rejects.toThrow('full')
    await expect(bring(brief)).rejects.toThrow('full')
    expect([shown, confirmed]).toEqual([[brief.id], []])
    disk = Promise.resolve()
    await bring(brief)

    expect([shown, confirmed]).toEqual([[brief.id], [brief.id]])
  })
})

describe('a Steadyline gone mad', () => {
  it('fills nobody’s disk: what it sends beyond a hundred waits at its side until one is answered, others get through', async () => {
    const open = Array.from({ length: mostOpenOfOne }, () => briefFor('ana', 'mia'))
    for (const brief of open) keep(brief, 'delivered', 1)
    const [waiting, next, other] = [briefFor('ana', 'mia'), briefFor('ana', 'mia'), briefFor('leo', 'mia')]

    for (const brief of [waiting, next, other]) await bring(brief)
    expect([shown, confirmed]).toEqual([[other.id], [other.id]])
    expect(logged).toEqual([['A message in the inbox is ignored', { kind: 'brief', from: 'ana', why: 'inbox.full' }]])

    const answered = entries.get(open[0]?.id ?? '')
    if (answered) entries.set(open[0]?.id ?? '', entryAfter(answered, { stage: 'accepted' }, 5))
    await bring(waiting)
    expect([shown, confirmed]).toEqual([
      [other.id, waiting.id],
      [other.id, waiting.id],
    ])
  })

  it('that takes back all it sends leaves no more than the newest', async () => {
    const settled = Array.from({ length: mostSettled + 1 }, (_, at) => ({ at, brief: briefFor('ana', 'mia') }))
    for (const { at, brief } of settled.toReversed()) keep(brief, 'accepted', at)
    const sent = briefFor('mia', 'leo')
    keep(sent, 'accepted', 0)
    entries.set(sent.id, { ...entryOf(sent), record: { ...entryOf(sent).record, direction: 'sent' } })

    const last = briefFor('ana', 'mia')
    await bring(last)

    expect([entries.size, entries.has(sent.id), entries.has(last.id)]).toEqual([mostSettled - 200 + 2, true, true])
    expect(settled.map(({ brief }) => entries.has(brief.id)).indexOf(true)).toBe(201)
  })
})

function entryOf(brief: Brief): BriefEntry {
  const entry = entries.get(brief.id)
  if (!entry) throw new Error('not kept')
  return entry
}
