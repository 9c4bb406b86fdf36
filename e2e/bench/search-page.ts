import { liveQuery } from 'dexie'
import { createNoteStore } from '../../renderer/notes/note-store.ts'
import { countBits } from '../../renderer/search/bits.ts'
import { createSearch, type Search } from '../../renderer/search/search.ts'
import type { FromWorker, ToWorker } from '../../renderer/search/search-messages.ts'
import { segmentFrom, sizeOf } from '../../renderer/search/segment.ts'
import { readHeads } from '../../renderer/search/stored-index.ts'
import { toMerge } from '../../renderer/search/tiers.ts'
import { afterPaint } from '../../renderer/storage/after-paint.ts'
import { SteadylineDatabase } from '../../renderer/storage/database.ts'
import { createStorage } from '../../renderer/storage/storage.ts'
import type { Note } from '../../shared/notes/note.ts'
import { career } from './career.ts'
import { peerSaves } from './note-save-peer.ts'

const database = new SteadylineDatabase()
const storage = createStorage(database)
const notes = createNoteStore(storage, async () => undefined)
let search: Search
let audited: Promise<void>

/** Says when the search has been through all records. */
function startWorker(): Worker {
  const worker = new Worker(new URL('../../renderer/search/search-worker.ts', import.meta.url), { type: 'module' })
  const post = worker.postMessage.bind(worker)
  audited = new Promise((resolve) => {
    worker.postMessage = (message: ToWorker, handedOver?: Transferable[] | StructuredSerializeOptions) => {
      if (message.name === 'endAudit')
        worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
          if (data.type === 'answer' && data.number === message.number) resolve()
        })
      post(message, handedOver as Transferable[])
    }
  })
  return worker
}

/** Every call is in the stored index, and nothing of that is to be merged. */
async function isAllStored(): Promise<boolean> {
  const stored = await readHeads(database)
  if (stored === null) return false
  const segments = stored.manifest.segments.map(({ id, dead }) =>
    segmentFrom(stored.heads.get(id) ?? new ArrayBuffer(), null, dead),
  )
  const living = segments.reduce((sum, segment) => sum + sizeOf(segment) - countBits(segment.dead), 0)
  return living === (await database.calls.count()) && toMerge(segments).length === 0
}

/** What the bench asks of its page, in the order it does so. */
const page = {
  async fill(count: number): Promise<void> {
    await storage.open(null)
    const calls = career(count)
    for (let from = 0; from < count; from += 5_000) {
      const part = calls.slice(from, from + 5_000)
      await database.calls.bulkAdd(part.map(({ call }) => call))
      await database.notes.bulkAdd(part.map(({ note }) => note))
    }
  },

  /** From a window that has opened nothing yet to the first answer; the first time, that begins to build the index. */
  async firstAnswer(query: string): Promise<number> {
    const since = performance.now()
    await storage.open(null)
    search = createSearch(storage, startWorker)
    await search.ask(query, { limit: 20 })
    return performance.now() - since
  },

  /** Resolves when all is read, merged and stored. */
  async settled(): Promise<void> {
    await audited
    await new Promise<void>((resolve, reject) => {
      const looking = liveQuery(isAllStored).subscribe({
        next(isDone) {
          if (!isDone) return
          looking.unsubscribe()
          resolve()
        },
        error: reject,
      })
    })
  },

  /** Milliseconds, each with its rows. */
  async ask(queries: readonly string[]): Promise<readonly number[]> {
    const times: number[] = []
    for (const query of queries) {
      const answer = await search.ask(query, { limit: 20 })
      if (answer === null || answer.total === 0) throw new Error(`nothing was found by ${query}`)
      times.push(answer.tookMs)
    }
    return times
  },

  /** The same by the plainest thing that could do it. */
  async filter(queries: readonly string[]): Promise<readonly number[]> {
    const times: number[] = []
    for (const query of queries) {
      const since = performance.now()
      const words = query.toLowerCase().replaceAll('"', '').split(' ')
      const holds = ({ text }: Note) => words.every((word) => text.toLowerCase().includes(word))
      await database.notes.orderBy('updatedAt').reverse().filter(holds).limit(20).toArray()
      times.push(performance.now() - since)
    }
    return times
  },

  /** From the save of a note to the moment it is found by it; the next one comes after the frame that could show it. */
  async save(count: number): Promise<readonly number[]> {
    const [note] = await database.notes.orderBy('updatedAt').reverse().limit(1).toArray()
    if (note === undefined) throw new Error('there is no note')
    const times: number[] = []
    for (let number = 0; number < count; number += 1) {
      const since = performance.now()
      const indexed = new Promise<void>((resolve) => {
        const off = search.revision.subscribe(() => {
          off()
          resolve()
        })
      })
      await notes.put({ ...note, text: `${note.text} draft${number}`, updatedAt: Date.now() })
      await indexed
      times.push(performance.now() - since)
      await afterPaint()
    }
    return times
  },

  /** The same saves with the index that Dexie has itself. */
  async savePeer(count: number, notesOfPeer: number): Promise<readonly number[]> {
    const filled = await database.notes.orderBy('updatedAt').reverse().limit(notesOfPeer).toArray()
    return peerSaves(
      filled,
      Array.from({ length: count }, (_, number) => `${filled[0]?.text ?? ''} draft${number}`),
    )
  },
}

export type SearchPage = typeof page

Object.assign(window, { page })
