import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../shared/journal/journal.ts'
import type { Journal } from './journal.ts'
import { entries, JournalPlace, note, numberedFrom, smallSizes, unreadableIn } from './journal-in-test.ts'

let place: JournalPlace

beforeEach(async () => {
  place = await JournalPlace.make()
})

afterEach(() => place.remove())

describe('damage', () => {
  it('by a cut at any byte costs only what the cut took', async () => {
    const written = await ten()
    const file = place.segments[0] ?? ''
    const whole = readFileSync(file)
    const ends = entryEnds(whole)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        writeFileSync(file, whole.subarray(0, length))
        const journal = await place.open()
        const read = await entries(journal)
        await journal.close()
        expect(read).toEqual(written.slice(0, ends.filter((end) => end <= length).length))
      }),
      { numRuns: 120 },
    )
  })

  it('by a flipped bit costs at most that one entry, and none is read that was not written', async () => {
    const written = await ten()
    const file = place.segments[0] ?? ''
    const whole = readFileSync(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        writeFileSync(file, flipped)
        const journal = await place.open()
        const read = await entries(journal)
        await journal.close()
        expect(read.length).toBeGreaterThanOrEqual(9)
        expect(written).toEqual(expect.arrayContaining([...read]))
      }),
      { numRuns: 200 },
    )
  })

  it('that cut off its end is told by how many entries it cost, until it goes on', async () => {
    await ten()
    const file = place.segments[0] ?? ''
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, entryEnds(whole)[6]))
    const journal = await place.open()
    expect(journal.state()).toMatchObject({ last: 7, fault: { kind: 'journal.damaged', entries: 3 } })
    expect([await unreadableIn(journal), (await entries(journal)).length]).toEqual([3, 7])
    await journal.append([note('next', 'Goes on')])
    await journal.close()
    const reopened = await place.open()
    expect([reopened.state().fault, await unreadableIn(reopened)]).toEqual([null, 0])
  })

  it('that cut off its end makes it go on as a new journal, which says how far the one before is left', async () => {
    await ten()
    const file = place.segments[0] ?? ''
    const whole = readFileSync(file)
    const before = await place.open()
    const { id } = before.state()
    await before.close()
    writeFileSync(file, whole.subarray(0, entryEnds(whole)[6]))
    const journal = await place.open()
    await journal.append([note('next', 'Goes on')])
    expect(journal.state().id).not.toBe(id)
    expect(await journal.read(0)).toMatchObject({ ok: true, value: { last: 8, mends: [{ id, last: 7 }] } })
    await journal.close()
    expect((await place.open()).state().id).toBe(journal.state().id)
  })

  it('that took all of it is told as well', async () => {
    await ten()
    await truncate(place.segments[0] ?? '', 0)
    const journal = await place.open()
    expect(journal.state()).toMatchObject({ last: 0, fault: { kind: 'journal.damaged', entries: 10 } })
    expect(await unreadableIn(journal)).toBe(10)
  })

  it('of what says how far it had come costs nothing', async () => {
    const written = await ten()
    writeFileSync(join(place.dataDir, 'journal-reached'), 'nonsense')
    const journal = await place.open()
    expect([journal.state().fault, await unreadableIn(journal), await entries(journal)]).toEqual([null, 0, written])
    await journal.append([note('next', 'Goes on')])
    await journal.close()
    expect((await place.open()).state()).toMatchObject({ last: 11, fault: null })
  })

  it('by lines cut out, doubled or put elsewhere is noticed', async () => {
    await ten()
    const file = place.segments[0] ?? ''
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    const [header = '', second = '', one = '', two = '', three = '', ...rest] = lines
    const said = (order: readonly string[]) => order.map((line) => `\n${line}\n`).join('')
    for (const order of [
      [header, second, one, three, ...rest],
      [header, second, one, two, two, three, ...rest],
      [header, second, two, one, three, ...rest],
    ]) {
      writeFileSync(file, said(order))
      expect(await unreadableIn(await place.open())).toBe(1)
    }
  })

  it('makes it go on as a new journal, mended, with all that could be read', async () => {
    const written = await ten()
    const file = place.segments[0] ?? ''
    const whole = readFileSync(file)
    whole[entryEnds(whole)[3] ?? 0] = 0
    whole[(entryEnds(whole)[3] ?? 0) - 40] = 0
    writeFileSync(file, whole)
    const journal = await place.open()
    const { id } = journal.state()
    await journal.check()
    expect(place.told).toEqual([expect.objectContaining({ fault: { kind: 'journal.damaged', entries: 1 } })])
    expect(journal.state().id).not.toBe(id)
    await journal.close()
    const reopened = await place.open()
    expect(reopened.state()).toMatchObject({ id: journal.state().id, last: 10, fault: null })
    expect(await unreadableIn(reopened)).toBe(0)
    expect(await entries(reopened)).toEqual(written.filter(({ number }) => number !== 4))
    expect(await reopened.read(0)).toMatchObject({ ok: true, value: { mends: [{ id, last: 10 }] } })
  })

  it('of a whole segment between others is noticed', async () => {
    const journal = await place.open({ sizes: { ...smallSizes, segmentBytes: 1 } })
    for (const text of ['1', '2', '3']) await journal.append([note(text, text)])
    await journal.close()
    await truncate(place.segments[1] ?? '', 0)
    const reopened = await place.open()
    expect(await unreadableIn(reopened)).toBe(1)
    expect((await entries(reopened)).map(({ text }) => text)).toEqual(['1', '3'])
  })

  it('by another key puts the whole journal aside, and says so', async () => {
    await ten()
    await place.losesItsKey()
    const journal = await place.open()
    expect(journal.state()).toMatchObject({ last: 0, bytes: 0, fault: { kind: 'journal.foreign' } })
    expect(readdirSync(join(place.dataDir, 'journal.broken-1'))).toHaveLength(1)
    expect(await journal.append([note('a', '1')])).toEqual({ ok: true, value: { first: 1, last: 1 } })
  })

  it('that put a journal aside is known to every run behind it', async () => {
    await ten()
    const asides = [await isAnyAside(await place.open())]
    await place.losesItsKey()
    for (let run = 0; run < 2; run += 1) asides.push(await isAnyAside(await place.open()))
    expect(asides).toEqual([false, true, true])
  })
})

async function isAnyAside(journal: Journal): Promise<boolean | null> {
  const page = await journal.read(0)
  return page.ok ? page.value.isAnyAside : null
}

async function ten(): Promise<readonly JournalEntry[]> {
  const journal = await place.open()
  const written = Array.from({ length: 10 }, (_, index) => note(`call-${index}`, `Note ${index} `.repeat(index)))
  for (const change of written) await journal.append([change])
  await journal.close()
  return numberedFrom(1, written)
}

/** Where each entry is complete; the padding and the line end behind it say nothing. */
function entryEnds(bytes: Buffer): readonly number[] {
  return [...bytes.toString('latin1').matchAll(/\n\d+ [^\n=]+/g)].map(({ index, 0: line }) => index + line.length)
}
