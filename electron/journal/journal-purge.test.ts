import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../shared/journal/journal.ts'
import { openSeal } from '../seal.ts'
import { fillableDisk } from './disks-in-test.ts'
import type { Journal } from './journal.ts'
import { entries, JournalPlace, note, piece, smallSizes } from './journal-in-test.ts'
import { readLine, type SegmentHeader } from './journal-lines.ts'
import { type OpenGrowing, openGrowing } from './segment-file.ts'

const sizes = { ...smallSizes, segmentBytes: 600, spareBytes: 1_000_000, spareSegments: 1000 }

let place: JournalPlace

beforeEach(async () => {
  place = await JournalPlace.make()
})

afterEach(() => place.remove())

describe('a purge', () => {
  it('leaves no text of a record that was removed or replaced in any file', async () => {
    const journal = await place.open({ sizes })
    await fill(journal)
    expect(await textsOnDisk()).toContain('Zanzibar')
    expect(await journal.purge()).toEqual({ ok: true, value: null })
    expect(await textsOnDisk()).not.toContain('Zanzibar')
    expect(await lastTexts(journal)).toEqual(held)
    await journal.close()
    expect(await lastTexts(await place.open({ sizes }))).toEqual(held)
  })

  it('reaches what is still being written, and what is appended meanwhile is kept', async () => {
    const journal = await place.open()
    await journal.append([note('a', 'Zanzibar')])
    await journal.append([note('a', null)])
    const [purged, appended] = await Promise.all([journal.purge(), journal.append([note('b', 'meanwhile')])])
    expect([purged.ok, appended]).toEqual([true, { ok: true, value: { first: 3, last: 3 } }])
    expect(await textsOnDisk()).not.toContain('Zanzibar')
    expect(await lastTexts(journal)).toEqual({ a: null, b: 'meanwhile' })
  })

  it('removes what crashes and damage left beside the segments', async () => {
    const journal = await place.open({ sizes })
    await fill(journal)
    const [one = ''] = place.segments
    cpSync(one, `${one}.broken`)
    cpSync(one, join(place.dataDir, 'journal', '000000.journal.new'))
    await journal.purge()
    expect(await textsOnDisk()).not.toContain('Zanzibar')
    expect(readdirSync(join(place.dataDir, 'journal')).filter((name) => !name.endsWith('.journal'))).toEqual([])
  })

  it('of a journal that is being read lets the reader go on', async () => {
    const journal = await place.open({ sizes: { ...sizes, pageLength: 1 } })
    await fill(journal)
    const page = await journal.read(0)
    expect(page).toMatchObject({ ok: true, value: { next: 1 } })
    await journal.purge()
    expect(Object.entries(await lastTexts(journal, 1))).toEqual(Object.entries(held))
  })

  it('on a full disk says so, loses nothing, and can be done again', async () => {
    const disk = fillableDisk()
    const journal = await place.open({ sizes, openGrowing: disk.openGrowing })
    await fill(journal)
    disk.fill()
    expect(await journal.purge()).toEqual({ ok: false, failure: { kind: 'journal.full' } })
    disk.empty()
    expect(await lastTexts(journal)).toEqual(held)
    expect(await journal.purge()).toEqual({ ok: true, value: null })
    expect(await textsOnDisk()).not.toContain('Zanzibar')
  })

  it('that a crash cuts short at any moment leaves every record, and done again leaves nothing else', async () => {
    const copies: string[] = []
    const copy = () => {
      const to = join(place.dataDir, `crash-${copies.length}`)
      mkdirSync(to)
      cpSync(join(place.dataDir, 'journal'), join(to, 'journal'), { recursive: true })
      copies.push(to)
    }
    let isPurging = false
    const journal = await place.open({ sizes, openGrowing: copying(() => isPurging && copy()) })
    await fill(journal)
    const before = place.segments
    copy()
    isPurging = true
    await journal.purge()
    isPurging = false
    for (let left = 1; left < before.length; left += 1) copyWithOld(before.slice(-1 - left, -1), copies)
    copy()
    await journal.close()
    expect(copies.length).toBeGreaterThan(before.length + 5)
    for (const dataDir of copies) {
      const crashed = await place.open({ dataDir, sizes })
      expect(await lastTexts(crashed)).toEqual(held)
      expect(await crashed.purge()).toEqual({ ok: true, value: null })
      expect(await lastTexts(crashed)).toEqual(held)
      expect(await textsOnDisk(dataDir)).not.toContain('Zanzibar')
      await crashed.close()
    }
  })

  /** The new segment has its name, and some of the old ones in front of it are not removed yet: always the newest of them. */
  function copyWithOld(old: readonly string[], copies: string[]): void {
    const to = join(place.dataDir, `crash-${copies.length}`)
    mkdirSync(to)
    cpSync(join(place.dataDir, 'journal'), join(to, 'journal'), { recursive: true })
    const from = join(copies[0] ?? '', 'journal')
    for (const path of old) cpSync(join(from, path.slice(-14)), join(to, 'journal', path.slice(-14)))
    copies.push(to)
  }
})

const held = {
  split: 'whole',
  'call-0': 'Refund',
  long: null,
  shortened: 'Short',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`call-${index + 1}`, null])),
  last: 'x',
}

/** A word that is in notes which were removed or changed, over many segments. */
async function fill(journal: Journal): Promise<void> {
  await journal.append([note('call-0', 'Zanzibar, order 88')])
  for (let index = 1; index <= 12; index += 1) {
    await journal.append([note(`call-${index}`, `Zanzibar ${'again '.repeat(index * 3)}`)])
  }
  await journal.append([piece('long', 'Zanzibar, begun', 0, 3)])
  await journal.append([piece('long', 'Zanzibar, begun', 1, 3)])
  await journal.append([piece('shortened', 'Zanzibar, begun', 0, 2)])
  await journal.append([piece('split', 'Zanzibar, begun', 0, 3)])
  await journal.append([piece('split', 'who', 0, 2)])
  await journal.append([piece('split', 'le', 1, 2)])
  await journal.append([note('call-0', 'Refund')])
  await journal.append([note('long', null)])
  await journal.append([note('shortened', 'Short')])
  for (let index = 1; index <= 12; index += 1) await journal.append([note(`call-${index}`, null)])
  await journal.append([note('last', 'x')])
}

async function lastTexts(journal: Journal, after = 0): Promise<Readonly<Record<string, string | null>>> {
  const read: readonly JournalEntry[] = await entries(journal, after)
  const texts: Record<string, string | null> = {}
  for (const { key, text, piece } of read) texts[key] = piece && piece.at > 0 ? `${texts[key]}${text}` : text
  return texts
}

/** Everything that opens with the key in any file of the journal, whatever its name. */
async function textsOnDisk(dataDir = place.dataDir): Promise<string> {
  const seal = await openSeal(place.dataDir, null, { debug() {}, info() {}, warn() {}, error() {} })
  const folder = join(dataDir, 'journal')
  const texts: string[] = []
  for (const name of readdirSync(folder)) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)
    for (let number = 0; number < 200; number += 1) {
      let header: SegmentHeader | null = null
      for (const line of lines) {
        const read = readLine(seal, number, header, line)
        if (read.kind === 'header') header = read.header
        if (read.kind === 'entry') texts.push(read.entry.text ?? '')
      }
    }
  }
  return texts.join('\n')
}

function copying(copy: () => unknown): OpenGrowing {
  return async (path) => {
    const file = await openGrowing(path)
    copy()
    return {
      async write(text) {
        await file.write(text.slice(0, text.length / 2))
        copy()
        await file.write(text.slice(text.length / 2))
        copy()
      },
      async sync() {
        await file.sync()
        copy()
      },
      async close() {
        await file.close()
        copy()
      },
    }
  }
}
