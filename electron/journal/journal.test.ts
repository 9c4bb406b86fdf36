import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalChange, JournalEntry, JournalState } from '../../shared/journal/journal.ts'
import { systemClock } from '../clock.ts'
import type { Log } from '../log.ts'
import { openSeal, type Seal } from '../secrets/seal.ts'
import { type Journal, type JournalParts, openJournal } from './journal.ts'
import { type OpenGrowing, openGrowing } from './segment-file.ts'

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
const small = { segmentBytes: 2_000, spareBytes: 5_000, spareSegments: 6, pageLength: 200 }

let dataDir: string
let seal: Seal
let told: JournalState[]
let opened: Journal[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-journal-'))
  seal = await openSeal(dataDir, null, silent)
  told = []
  opened = []
})

afterEach(async () => {
  for (const journal of opened) await journal.close()
  await rm(dataDir, { recursive: true })
})

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
          inItsOwnPlace(async (open) => {
            const journal = await open()
            for (const group of groups) await journal.append(group)
            const written = numberedFrom(1, groups.flat())
            const from = Math.floor(share * written.length)
            expect(await entries(journal, from)).toEqual(written.slice(from))
            await journal.close()
            expect(await entries(await open(), from)).toEqual(written.slice(from))
          }),
      ),
      { numRuns: 40 },
    )
  })

  it('still holds the last state of every record when it has been compacted, over any number of restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 60 }), (groups) =>
        inItsOwnPlace(async (open) => {
          let journal = await open({ sizes: { ...small, segmentBytes: 600, spareBytes: 900 } })
          for (const [index, group] of groups.entries()) {
            await journal.append(group)
            if (index % 20 !== 19) continue
            await journal.close()
            journal = await open({ sizes: { ...small, segmentBytes: 600, spareBytes: 900 } })
          }
          await journal.close()
          const reopened = await open()
          const read = await entries(reopened)
          expect(lastStates(read)).toEqual(lastStates(numberedFrom(1, groups.flat())))
          expect(reopened.state().last).toBe(groups.flat().length)
        }),
      ),
      { numRuns: 25 },
    )
  })

  it('forgets no removal when it is compacted', async () => {
    const journal = await open({ sizes: { ...small, segmentBytes: 1, spareSegments: 1 } })
    await journal.append([note('a', 'Order 88')])
    await journal.append([note('a', null)])
    await journal.append([note('b', 'Refund')])
    await journal.close()
    expect(segmentFiles()).toHaveLength(1)
    expect((await entries(await open())).map(({ key, text }) => [key, text])).toEqual([
      ['a', null],
      ['b', 'Refund'],
    ])
  })

  it('keeps nothing that was removed or replaced, once it is compacted', async () => {
    const before = await open({ sizes: { ...small, segmentBytes: 1, spareSegments: 1 } })
    for (const text of ['x'.repeat(5_000), 'y'.repeat(5_000), 'z']) await before.append([note('a', text)])
    await before.close()
    expect((await open()).state().bytes).toBeLessThan(1_000)
  })

  it('writes once for all that came while it was writing', async () => {
    const disk = gatedDisk()
    const journal = await open({ openGrowing: disk.openGrowing })
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
    const journal = await open({ openGrowing: disk.openGrowing })
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

describe('a full disk', () => {
  it('is said, and what comes when there is room again is kept in order, with nothing in between believed', async () => {
    const disk = fillableDisk()
    const journal = await open({ openGrowing: disk.openGrowing })
    await journal.append([note('a', 'before')])
    disk.fill()
    const refused = await journal.append([note('a', 'never acknowledged'), note('b', 'nor this')])
    disk.empty()
    const again = await journal.append([note('a', 'after')])
    expect([refused, again]).toEqual([
      { ok: false, failure: { kind: 'journal.full' } },
      { ok: true, value: { first: 2, last: 2 } },
    ])
    expect(told.map(({ fault }) => fault)).toEqual([{ kind: 'journal.full' }, null])
    await journal.close()
    const reopened = await open()
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
    const journal = await open({ openGrowing: disk.openGrowing })
    for (const text of ['1', '2', '3'])
      expect(await journal.append([note('a', text)])).toEqual({ ok: false, failure: { kind: 'journal.full' } })
    expect(segmentFiles()).toEqual([])
  })

  it('does not hurt a compaction: the old segments stay', async () => {
    const disk = fillableDisk()
    const journal = await open({ openGrowing: disk.openGrowing, sizes: { ...small, segmentBytes: 1, spareSegments: 3 } })
    for (const text of ['1', '2', '3']) await journal.append([note(text, text)])
    disk.fill()
    await journal.append([note('4', '4')])
    disk.empty()
    await journal.append([note('5', '5')])
    await journal.close()
    expect((await entries(await open())).map(({ text }) => text)).toEqual(['1', '2', '3', '5'])
  })
})

describe('damage', () => {
  it('by a cut at any byte costs only what the cut took', async () => {
    const written = await ten()
    const file = onlySegment()
    const whole = readFileSync(file)
    const ends = entryEnds(whole)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        writeFileSync(file, whole.subarray(0, length))
        const journal = await open()
        const read = await entries(journal)
        await journal.close()
        expect(read).toEqual(written.slice(0, ends.filter((end) => end <= length).length))
      }),
      { numRuns: 120 },
    )
  })

  it('by a flipped bit costs at most that one entry, and none is read that was not written', async () => {
    const written = await ten()
    const file = onlySegment()
    const whole = readFileSync(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        writeFileSync(file, flipped)
        const journal = await open()
        const read = await entries(journal)
        await journal.close()
        expect(read.length).toBeGreaterThanOrEqual(9)
        expect(written).toEqual(expect.arrayContaining([...read]))
      }),
      { numRuns: 200 },
    )
  })

  it('by lines cut out, doubled or put elsewhere is noticed', async () => {
    await ten()
    const file = onlySegment()
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    const [header = '', second = '', one = '', two = '', three = '', ...rest] = lines
    const said = (order: readonly string[]) => order.map((line) => `\n${line}\n`).join('')
    for (const order of [
      [header, second, one, three, ...rest],
      [header, second, one, two, two, three, ...rest],
      [header, second, two, one, three, ...rest],
    ]) {
      writeFileSync(file, said(order))
      expect(await unreadableIn(await open())).toBe(1)
    }
  })

  it('makes it go on as a new journal, mended, with all that could be read', async () => {
    const written = await ten()
    const file = onlySegment()
    const whole = readFileSync(file)
    whole[entryEnds(whole)[3] ?? 0] = 0
    whole[(entryEnds(whole)[3] ?? 0) - 40] = 0
    writeFileSync(file, whole)
    const journal = await open()
    const { id } = journal.state()
    await journal.check()
    expect(told).toEqual([expect.objectContaining({ fault: { kind: 'journal.damaged', entries: 1 } })])
    expect(journal.state().id).not.toBe(id)
    await journal.close()
    const reopened = await open()
    expect(reopened.state()).toMatchObject({ id: journal.state().id, last: 10, fault: null })
    expect(await unreadableIn(reopened)).toBe(0)
    expect(await entries(reopened)).toEqual(written.filter(({ number }) => number !== 4))
  })

  it('of a whole segment between others is noticed', async () => {
    const journal = await open({ sizes: { ...small, segmentBytes: 1 } })
    for (const text of ['1', '2', '3']) await journal.append([note(text, text)])
    await journal.close()
    await truncate(join(dataDir, 'journal', segmentFiles()[1] ?? ''), 0)
    const reopened = await open()
    expect(await unreadableIn(reopened)).toBe(1)
    expect((await entries(reopened)).map(({ text }) => text)).toEqual(['1', '3'])
  })

  it('by another key puts the whole journal aside, and says so', async () => {
    await ten()
    await rm(join(dataDir, 'seal-key.json'))
    seal = await openSeal(dataDir, null, silent)
    const journal = await open()
    expect(journal.state()).toMatchObject({ last: 0, bytes: 0, fault: { kind: 'journal.foreign' } })
    expect(readdirSync(join(dataDir, 'journal.broken-1'))).toHaveLength(1)
    expect(await journal.append([note('a', '1')])).toEqual({ ok: true, value: { first: 1, last: 1 } })
  })
})

it('says nothing of its records to who has the files and not the key', async () => {
  const journal = await open()
  await journal.append([note('marta-kask', 'Order 88-1042')])
  await journal.close()
  expect(readFileSync(onlySegment(), 'utf8')).not.toMatch(/marta|Order|notes/)
})

async function open(parts: Partial<JournalParts> = {}): Promise<Journal> {
  const journal = await openJournal({
    ...{ dataDir, seal, clock: systemClock, log: silent, sizes: { ...small, segmentBytes: 100_000, spareBytes: 100_000 } },
    changed: (state) => told.push(state),
    ...parts,
  })
  opened.push(journal)
  return journal
}

async function inItsOwnPlace(story: (open: (parts?: Partial<JournalParts>) => Promise<Journal>) => Promise<void>): Promise<void> {
  const place = await mkdtemp(join(dataDir, 'place-'))
  const journals: Journal[] = []
  try {
    await story(async (parts = {}) => {
      const journal = await open({ dataDir: place, sizes: small, ...parts })
      journals.push(journal)
      return journal
    })
  } finally {
    for (const journal of journals) await journal.close()
    await rm(place, { recursive: true })
  }
}

async function ten(): Promise<readonly JournalEntry[]> {
  const journal = await open()
  const written = Array.from({ length: 10 }, (_, index) => note(`call-${index}`, `Note ${index} `.repeat(index)))
  for (const change of written) await journal.append([change])
  await journal.close()
  return numberedFrom(1, written)
}

async function entries(journal: Journal, after = 0): Promise<readonly JournalEntry[]> {
  const all: JournalEntry[] = []
  for (let from: number | null = after; from !== null; ) {
    const page = await journal.read(from)
    if (!page.ok) throw new Error(page.failure.kind)
    all.push(...page.value.entries)
    from = page.value.next
  }
  return all
}

async function unreadableIn(journal: Journal): Promise<number> {
  for (let from = 0; ; ) {
    const page = await journal.read(from)
    if (!page.ok) throw new Error(page.failure.kind)
    if (page.value.next === null) return page.value.unreadable
    from = page.value.next
  }
}

function note(key: string, text: string | null): JournalChange {
  return { table: 'notes', key, version: 7, text }
}

function numberedFrom(first: number, written: readonly JournalChange[]): readonly JournalEntry[] {
  return written.map((change, index) => ({ number: first + index, ...change }))
}

function lastStates(read: readonly JournalEntry[]): ReadonlyMap<string, JournalEntry> {
  return new Map(read.map((entry) => [`${entry.table} ${entry.key}`, entry]))
}

function segmentFiles(): readonly string[] {
  return readdirSync(join(dataDir, 'journal')).sort()
}

function onlySegment(): string {
  return join(dataDir, 'journal', segmentFiles()[0] ?? '')
}

/** Where each entry is complete: with its own end, or without it. */
function entryEnds(bytes: Buffer): readonly number[] {
  return [...bytes.toString('latin1').matchAll(/\n\d+ [^\n]+/g)].map(({ index, 0: line }) => index + line.length)
}

/** A disk whose syncs, from the second on, wait until it is opened; the first is that of the header. */
function gatedDisk() {
  let syncs = 0
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const reached: (() => void)[] = []
  const gated: OpenGrowing = async (path) => {
    const file = await openGrowing(path)
    return {
      ...file,
      async sync() {
        syncs += 1
        for (const tell of reached) tell()
        if (syncs > 1) await gate
        await file.sync()
      },
    }
  }
  return {
    openGrowing: gated,
    syncs: () => syncs,
    open: () => release(),
    untilSyncing: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => (syncs >= count ? resolve() : undefined)
        reached.push(look)
        look()
      }),
  }
}

/** A disk that takes half of what it is given and then no more, while it is full. */
function fillableDisk() {
  let isFull = false
  const fillable: OpenGrowing = async (path) => {
    const file = await openGrowing(path)
    return {
      ...file,
      async write(text) {
        if (!isFull) return file.write(text)
        await file.write(text.slice(0, text.length / 2))
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      },
    }
  }
  return {
    openGrowing: fillable,
    fill() {
      isFull = true
    },
    empty() {
      isFull = false
    },
  }
}
