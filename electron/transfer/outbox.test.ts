import { beforeEach, describe, expect, it } from 'vitest'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { BriefFact } from '../../shared/transfer/brief-record.ts'
import { ManualTimers } from '../manual-timers.ts'
import type { BriefBook } from './brief-book.ts'
import { type BriefEntry, entryAfter, freshEntry } from './brief-entry.ts'
import { briefFor } from './office-in-test.ts'
import { Outbox } from './outbox.ts'

let timers: ManualTimers
let entries: Map<BriefId, BriefEntry>
let said: string[]
let underWay: ((taken: boolean) => void)[]
let isThere: boolean
let outbox: Outbox

beforeEach(() => {
  timers = new ManualTimers()
  entries = new Map()
  said = []
  underWay = []
  isThere = true
  const book: BriefBook = {
    entries: () => [...entries.values()],
    find: (id) => entries.get(id),
    change: async (id, next) => next(entries.get(id)),
    note: async (id, next) => next(entries.get(id)),
    forget: async () => [],
    remove: async () => undefined,
    close: async () => undefined,
  }
  outbox = new Outbox({
    book,
    timers,
    isThere: () => isThere,
    taken: async () => undefined,
    publish: (topic) => {
      said.push(topic)
      return new Promise((resolve) => underWay.push(resolve))
    },
  })
})

function brief(): BriefId {
  const written = briefFor('ana', 'mia')
  entries.set(
    written.id,
    freshEntry({ brief: written, direction: 'sent', stage: 'waiting', at: 0, stageAt: 0, reason: '', followUp: null }),
  )
  return written.id
}

function fact(id: BriefId, what: BriefFact): void {
  const entry = entries.get(id)
  if (entry) entries.set(id, entryAfter(entry, what, 1))
}

/** The hub answers everything that is under way, and what comes of it has happened. */
async function hubAnswers(taken: boolean): Promise<void> {
  for (const answer of underWay.splice(0)) answer(taken)
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

/** Hours of the clock; the hub acknowledges at once. */
async function sayingsWithin(seconds: number): Promise<number> {
  const before = said.length
  for (let second = 0; second < seconds; second += 1) {
    timers.pass(1_000)
    await hubAnswers(true)
  }
  return said.length - before
}

describe('a brief that the colleague does not confirm', () => {
  it('is said again soon and then every minute, while the colleague is there', async () => {
    outbox.up('ana', true)
    outbox.say(brief())
    await hubAnswers(true)

    expect([await sayingsWithin(2), await sayingsWithin(60), await sayingsWithin(600)]).toEqual([1, 4, 10])
  })

  it('is said ever more rarely to somebody who is away, and soon when they are back', async () => {
    isThere = false
    outbox.up('ana', true)
    outbox.say(brief())
    await hubAnswers(true)
    const overnight = await sayingsWithin(12 * 3_600)

    isThere = true
    outbox.isBack('mia')

    expect(overnight).toBeLessThan(25)
    expect(await sayingsWithin(3)).toBe(1)
  })

  it('is said at once on a new line when the hub never took it, and when the hub has forgotten us', async () => {
    outbox.up('ana', true)
    const id = brief()
    outbox.say(id)
    await hubAnswers(false)
    outbox.down()
    outbox.up('ana', true)
    const afterRefusal = said.length
    await hubAnswers(true)
    fact(id, { stage: 'atHub' })
    outbox.down()
    outbox.up('ana', true)
    const afterPromise = said.length
    outbox.down()
    outbox.up('ana', false)

    expect([afterRefusal, afterPromise, said.length]).toEqual([2, 2, 3])
  })

  it('is still repeated on the new line when its time came while there was none', async () => {
    outbox.up('ana', true)
    const id = brief()
    outbox.say(id)
    await hubAnswers(true)
    fact(id, { stage: 'atHub' })
    outbox.down()
    timers.pass(60_000)
    outbox.up('ana', true)

    expect(await sayingsWithin(10)).toBeGreaterThan(0)
  })

  it('is asked after rarely when the colleague has it, and not at all when it is settled', async () => {
    outbox.up('ana', true)
    const id = brief()
    outbox.say(id)
    await hubAnswers(true)
    fact(id, { stage: 'delivered' })
    outbox.answered(id)
    const delivered = await sayingsWithin(30)
    const later = await sayingsWithin(60)
    fact(id, { stage: 'accepted' })
    outbox.answered(id)

    expect([delivered, later, await sayingsWithin(3_600)]).toEqual([0, 1, 0])
  })
})

describe('the outbox', () => {
  it('has at most eight under way, and says all of them in their order', async () => {
    outbox.up('ana', true)
    for (let number = 0; number < 20; number += 1) outbox.say(brief())
    const first = said.length
    await hubAnswers(true)
    const second = said.length
    await hubAnswers(true)

    expect([first, second, said.length]).toEqual([8, 16, 20])
  })

  it('says nothing of somebody else who used this installation before', () => {
    brief()
    outbox.up('leo', false)

    expect(said).toEqual([])
  })

  it('says news that came while the old state was under way', async () => {
    outbox.up('ana', true)
    const id = brief()
    outbox.say(id)
    fact(id, { stage: 'withdrawn' })
    outbox.say(id)
    await hubAnswers(true)

    expect(said).toEqual(['steadyline/1/inbox/mia/brief/ana', 'steadyline/1/inbox/mia/withdrawal/ana'])
  })
})
