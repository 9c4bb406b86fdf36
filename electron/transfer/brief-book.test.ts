import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../log.ts'
import { type BriefBook, openBriefBook } from './brief-book.ts'
import { type BriefEntry, entryAfter, freshEntry } from './brief-entry.ts'
import { briefFor } from './office-in-test.ts'

const day = 24 * 3_600_000

let dataDir: string
let wall: number
let logged: unknown[]
let books: BriefBook[]

const clock = { now: () => ({ mono: 0, wall }) }
const note = (message: string, facts?: unknown) => void logged.push([message, facts])
const log: Log = { debug: note, info: note, warn: note, error: note }

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-book-'))
  wall = 1_800_000_000_000
  logged = []
  books = []
})

afterEach(async () => {
  await Promise.all(books.map((book) => book.close().catch(() => undefined)))
  await rm(dataDir, { recursive: true })
})

async function open(): Promise<BriefBook> {
  const book = await openBriefBook(dataDir, clock, log)
  books.push(book)
  return book
}

const path = () => join(dataDir, 'briefs.jsonl')

function received(): BriefEntry {
  const brief = briefFor('ana', 'mia')
  return freshEntry({ brief, direction: 'received', stage: 'delivered', at: wall, stageAt: wall, reason: '', followUp: null })
}

const write = (book: BriefBook, entry: BriefEntry) => book.change(entry.record.brief.id, () => entry)

describe('the book of briefs', () => {
  it('has every brief again after a restart, as it last stood', async () => {
    const book = await open()
    const [first, second] = [await write(book, received()), await write(book, received())]
    const read = await book.change(first.record.brief.id, (entry) => entry && entryAfter(entry, { stage: 'read' }, wall + 5))

    expect((await open()).entries()).toEqual([read, second])
    expect((await stat(path())).mode & 0o777).toBe(0o600)
  })

  it('loses only a line that a crash cut short, and goes on writing after it', async () => {
    const book = await open()
    const kept = await write(book, received())
    await appendFile(path(), '{"record":{"brief":{"id":"000')

    const reopened = await open()
    const next = await write(reopened, received())

    expect((await open()).entries()).toEqual([kept, next])
    expect(logged).toEqual([])
  })

  it('keeps a file aside of which a line cannot be read, and goes on with the others', async () => {
    const kept = await write(await open(), received())
    const text = `not a line\n${await readFile(path(), 'utf8')}`
    await writeFile(path(), text)

    expect((await open()).entries()).toEqual([kept])
    expect(await readFile(join(dataDir, 'briefs.broken-1.jsonl'), 'utf8')).toBe(text)
    expect(logged).toEqual([
      ['Some lines of the file of briefs could not be read', { lines: 1, keptAs: 'briefs.broken-1.jsonl' }],
    ])
  })

  it('keeps a file aside that cannot be read at all, and begins a new one', async () => {
    await mkdir(path())

    const book = await open()
    const kept = await write(book, received())

    expect((await open()).entries()).toEqual([kept])
    expect((await stat(join(dataDir, 'briefs.broken-1.jsonl'))).isDirectory()).toBe(true)
    expect(logged).toEqual([['The file of briefs could not be read', { keptAs: 'briefs.broken-1.jsonl', cause: 'EISDIR' }]])
  })

  it('opens also where nothing can be written, and says so only when a brief is to be kept', async () => {
    await writeFile(join(dataDir, 'file'), '')
    const book = await openBriefBook(join(dataDir, 'file', 'data'), clock, log)

    const failed = await write(book, received()).catch((error) => error.code)

    expect([failed, book.entries()]).toEqual(['ENOTDIR', []])
  })

  it('grants wishes about one brief in the order they came, each on top of the one before', async () => {
    const book = await open()
    const { id } = (await write(book, received())).record.brief
    const facts = [{ stage: 'read' }, { stage: 'soon' }, { stage: 'accepted' }] as const

    const granted = await Promise.all(facts.map((fact) => book.change(id, (entry) => entry && entryAfter(entry, fact, wall))))

    expect(granted.map((entry) => entry?.record.stage)).toEqual(['read', 'soon', 'accepted'])
    expect((await open()).entries()).toEqual([granted[2]])
  })

  it('changes nothing when it cannot write, and can again later', async () => {
    const book = await open()
    const kept = await write(book, received())
    await book.close()

    const id = kept.record.brief.id
    const failed = await book.change(id, (entry) => entry && { ...entry, recorded: true }).catch((error) => error)

    expect([failed instanceof Error, book.find(id)]).toEqual([true, kept])
    expect((await open()).entries()).toEqual([kept])
  })

  it('remembers a brief that is done for a month, so that a late copy is known, and then lets it go', async () => {
    const done: BriefEntry = { ...entryAfter(received(), { stage: 'accepted' }, wall), recorded: true, owesReceipt: false }
    const open30 = received()
    const book = await open()
    await write(book, done)
    await write(book, open30)

    wall += 29 * day
    expect((await open()).entries()).toEqual([done, open30])
    wall += 2 * day
    expect((await open()).entries()).toEqual([open30])
  })

  it('does not grow for ever while it is open', async () => {
    const book = await open()
    const entry = await write(book, received())
    for (let turn = 0; turn < 1_100; turn += 1)
      await book.note(entry.record.brief.id, (now) => now && { ...now, recorded: !now.recorded })

    const lines = (await readFile(path(), 'utf8')).split('\n').length
    expect(lines).toBeLessThan(200)
    expect((await open()).entries()).toEqual(book.entries())
  })
})
