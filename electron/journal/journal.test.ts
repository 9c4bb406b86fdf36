import { readFileSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JournalEntry } from '../../shared/journal/journal.ts'
import type { Keychain } from '../keychain.ts'
import { fillableDisk, gatedDisk } from './disks-in-test.ts'
import { entries, JournalPlace, note, numberedFrom, piece, smallSizes } from './journal-in-test.ts'

const tiny = { ...smallSizes, segmentBytes: 600, spareBytes: 900 }

let place: JournalPlace

beforeEach(async () => {
  place = await JournalPlace.make()
})

afterEach(() => place.remove())

const changes = fc.array(
  fc.record({
    table: fc.constantFrom('notes', 'calls'),
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    version: fc.constant(7),
    text: fc.option(fc.string({ maxLength: 120, unit: 'grapheme' })),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('a journal', () => {
  it('gives back every entry in order, from any number on, also after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(changes, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (groups, share) =>
          inItsOwnPlace(async (own) => {
            const journal = await own.open({ sizes: smallSizes })
            for (const group of groups) await journal.append(group)
            const written = numberedFrom(1, groups.flat())
            const from = Math.floor(share * written.length)
            expect(await entries(journal, from)).toEqual(written.slice(from))
            await journal.close()
            expect(await entries(await own.open({ sizes: smallSizes }), from)).toEqual(written.slice(from))
          }),
      ),
      { numRuns: 40 },
    )
  })

  it('still holds the last state of every record when it has been compacted, over any number of restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 60 }), (groups) =>
        inItsOwnPlace(async (own) => {
          let journal = await own.open({ sizes: tiny })
          for (const [index, group] of groups.entries()) {
            await journal.append(group)
            if (index % 20 !== 19) continue
            await journal.close()
            journal = await own.open({ sizes: tiny })
          }
          await journal.close()
          const reopened = await own.open()
          const read = await entries(reopened)
          expect(lastStates(read)).toEqual(lastStates(numberedFrom(1, groups.flat())))
          expect(reopened.state().last).toBe(groups.flat().length)
        }),
      ),
      { numRuns: 25 },
    )
  })

  it('keeps a record in pieces whole when it is compacted, and the pieces of one that is not all there yet', async () => {
    const journal = await place.open({ sizes: smallSizes })
    for (const text of ['old', 'new']) {
      await journal.append([piece('long', `${text} 1`, 0, 3), note('other', text)])
      await journal.append([piece('long', `${text} 2`, 1, 3)])
      await journal.append([piece('long', `${text} 3`, 2, 3)])
    }
    await journal.append([piece('long', 'given up 1', 0, 3)])
    await journal.append([piece('long', 'next 1', 0, 2)])
    for (let filler = 0; filler < 200; filler += 1) await journal.append([note('filler', String(filler))])
    await journal.close()
    const reopened = await place.open({ sizes: smallSizes })
    expect((await entries(reopened)).flatMap(({ key, text, piece }) => (key === 'long' ? [[text, piece]] : []))).toEqual([
      ['new 1', { at: 0, of: 3 }],
      ['new 2', { at: 1, of: 3 }],
      ['new 3', { at: 2, of: 3 }],
      ['next 1', { at: 0, of: 2 }],
    ])
  })

  it('forgets no removal when it is compacted', async () => {
    const journal = await place.open({ sizes: { ...smallSizes, segmentBytes: 1, spareSegments: 1 } })
    await journal.append([note('a', 'Order 88')])
    await journal.append([note('a', null)])
    await journal.append([note('b', 'Refund')])
    await journal.close()
    expect(place.segments).toHaveLength(1)
    expect((await entries(await place.open())).map(({ key, text }) => [key, text])).toEqual([
      ['a', null],
      ['b', 'Refund'],
    ])
  })

  it('keeps nothing that was removed or replaced, once it is compacted', async () => {
    const before = await place.open({ sizes: { ...smallSizes, segmentBytes: 1, spareSegments: 1 } })
    for (const text of ['x'.repeat(5_000), 'y'.repeat(5_000), 'z']) await before.append([note('a', text)])
    await before.close()
    expect((await place.open()).state().bytes).toBeLessThan(1_000)
  })

  it('writes once for all that came while it was writing', async () => {
    const disk = gatedDisk()
    const journal = await place.open({ openGrowing: disk.openGrowing })
    const first = journal.append([note('a', '1')])
    await disk.untilSyncing(2)
    const rest = Array.from({ length: 50 }, (_, index) => journal.append([note('b', String(index))]))
    disk.open()
    expect(await Promise.all([first, ...rest])).toEqual(
      Array.from({ length: 51 }, (_, index) => ({ ok: true, value: { first: index + 1, last: index + 1 } })),
    )
    expect(disk.syncs()).toBe(3)
  })

  it('answers an append only when it is on the disk', async () => {
    const disk = gatedDisk()
    const journal = await place.open({ openGrowing: disk.openGrowing })
    let answered = false
    const append = journal.append([note('a', '1')]).then(() => {
      answered = true
    })
    await disk.untilSyncing(2)
    expect(answered).toBe(false)
    disk.open()
    await append
    expect(answered).toBe(true)
  })
})

describe.skipIf(process.platform === 'win32')('a new name', () => {
  it('is on the disk before anything is called kept: that of the key, of the folder and of the file in it', async () => {
    const journal = await place.open()
    const synced = await foldersSyncedWhile(async () => {
      await place.losesItsKey()
      await journal.append([note('a', 'first')])
    })
    expect(synced).toEqual([place.dataDir, dirname(place.segments[0] ?? ''), place.dataDir])
  })
})

describe('a key that cannot be kept', () => {
  const locked = (isLocked: () => boolean): Keychain => ({
    wrap(text) {
      if (isLocked()) throw new Error('locked')
      return Buffer.from(text)
    },
    unwrap: String,
  })

  it('is said, and nothing counts as kept that nobody could open after a restart', async () => {
    await place.losesItsKey(locked(() => true))
    const journal = await place.open()
    expect(await journal.append([note('a', 'never acknowledged')])).toEqual({
      ok: false,
      failure: { kind: 'journal.failed', cause: 'Error' },
    })
    expect([place.segments, journal.state().fault]).toEqual([[], { kind: 'journal.failed', cause: 'Error' }])
  })

  it('is kept before what waits for it, once it can be', async () => {
    let isLocked = true
    const keychain = locked(() => isLocked)
    await place.losesItsKey(keychain)
    const journal = await place.open()
    await journal.append([note('a', 'before')])
    isLocked = false
    expect(await journal.append([note('a', 'after')])).toEqual({ ok: true, value: { first: 1, last: 1 } })
    await journal.close()
    await place.isStartedAgain(keychain)
    expect(await entries(await place.open())).toEqual(numberedFrom(1, [note('a', 'after')]))
  })
})

describe('a full disk', () => {
  it('is said, and what comes when there is room again is kept in order, with nothing in between believed', async () => {
    const disk = fillableDisk()
    const journal = await place.open({ openGrowing: disk.openGrowing })
    await journal.append([note('a', 'before')])
    disk.fill()
    const refused = await journal.append([note('a', 'never acknowledged'), note('b', 'nor this')])
    disk.empty()
    const again = await journal.append([note('a', 'after')])
    expect([refused, again]).toEqual([
      { ok: false, failure: { kind: 'journal.full' } },
      { ok: true, value: { first: 2, last: 2 } },
    ])
    expect(place.told.map(({ fault }) => fault)).toEqual([{ kind: 'journal.full' }, null])
    await journal.close()
    const reopened = await place.open()
    expect((await entries(reopened)).map(({ number, text }) => [number, text])).toEqual([
      [1, 'before'],
      [2, 'after'],
    ])
    await reopened.check()
    expect(reopened.state().fault).toBe(null)
  })

  it('leaves no segment behind that was never begun', async () => {
    const disk = fillableDisk()
    disk.fill()
    const journal = await place.open({ openGrowing: disk.openGrowing })
    for (const text of ['1', '2', '3'])
      expect(await journal.append([note('a', text)])).toEqual({ ok: false, failure: { kind: 'journal.full' } })
    expect(place.segments).toEqual([])
  })

  it('does not hurt a compaction: the old segments stay', async () => {
    const disk = fillableDisk()
    const journal = await place.open({
      openGrowing: disk.openGrowing,
      sizes: { ...smallSizes, segmentBytes: 1, spareSegments: 3 },
    })
    for (const text of ['1', '2', '3']) await journal.append([note(text, text)])
    disk.fill()
    await journal.append([note('4', '4')])
    disk.empty()
    await journal.append([note('5', '5')])
    await journal.close()
    expect((await entries(await place.open())).map(({ text }) => text)).toEqual(['1', '2', '3', '5'])
  })
})

it('says nothing of its records to who has the files and not the key', async () => {
  const journal = await place.open()
  await journal.append([note('marta-kask', 'Order 88-1042')])
  await journal.close()
  expect(readFileSync(place.segments[0] ?? '', 'utf8')).not.toMatch(/marta|Order|notes/)
})

async function inItsOwnPlace(story: (own: JournalPlace) => Promise<void>): Promise<void> {
  const own = await JournalPlace.make()
  try {
    await story(own)
  } finally {
    await own.remove()
  }
}

function lastStates(read: readonly JournalEntry[]): ReadonlyMap<string, JournalEntry> {
  return new Map(read.map((entry) => [`${entry.table} ${entry.key}`, entry]))
}

async function foldersSyncedWhile(work: () => Promise<void>): Promise<readonly string[]> {
  const handle = await open(place.dataDir, 'r')
  const sync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'sync')
  const folders = new Map([place.dataDir, join(place.dataDir, 'journal')].map((folder) => [statSync(folder).ino, folder]))
  const synced: (string | undefined)[] = []
  sync.mockImplementation(async function (this: FileHandle) {
    synced.push(folders.get((await this.stat()).ino))
  })
  await work()
  sync.mockRestore()
  await handle.close()
  return synced.filter((folder) => folder !== undefined)
}
