import { createSearchIndex, type IndexChanges } from './search-index.ts'
import type { FromWorker, SearchRequest, SearchRequests, ToWorker } from './search-messages.ts'

/** Milliseconds of work at a stretch, after which a question that came in meanwhile is answered. */
const stretch = 3

/** Milliseconds from a change until it is stored with all that came after it. */
const savePause = 2_000

let index = createSearchIndex()
let seen: Set<string> | null = null
let willSave = false
let isWorking = false
let purging: ((changes: IndexChanges | null) => void)[] = []

/** Messages to ourselves: they come after the questions that are waiting, and without the delay of a timer. */
const { port1: ownDoor, port2: ownBell } = new MessageChannel()

const answers: {
  readonly [Name in SearchRequest]: (
    payload: SearchRequests[Name]['payload'],
  ) => SearchRequests[Name]['answer'] | Promise<SearchRequests[Name]['answer']>
} = {
  load: ({ manifest, heads }) => orAnew(() => index.load(manifest, heads)),
  loadPlaces({ id, places }) {
    const isWhole = orAnew(() => index.loadPlaces(id, places))
    grow()
    return isWhole
  },
  ask: (question) => index.ask(question),
  suggest: ({ text, caret }) => index.suggest(text, caret),
  note({ docs }) {
    for (const { id } of docs) seen?.add(id)
    index.note(docs)
    grow()
    return index.size
  },
  forget({ ids }) {
    index.forget(ids)
    grow()
    return index.size
  },
  purge({ ids }) {
    index.purge(ids)
    grow()
    return new Promise((resolve) => {
      purging.push(resolve)
    })
  },
  beginAudit() {
    seen = new Set()
    return null
  },
  audit({ ids }) {
    for (const id of ids) seen?.add(id)
    return ids.filter((id) => !index.has(id))
  },
  endAudit() {
    const known = seen
    seen = null
    if (known === null || known.size === index.size) return null
    index.forget([...index.ids()].filter((id) => !known.has(id)))
    grow()
    return null
  },
}

function orAnew(load: () => void): boolean {
  try {
    load()
    return true
  } catch {
    index = createSearchIndex()
    return false
  }
}

function grow(): void {
  saveSoon()
  if (isWorking) return
  isWorking = true
  ownBell.postMessage(null)
}

function workAWhile(): void {
  const until = performance.now() + stretch
  do isWorking = index.work()
  while (isWorking && performance.now() < until)
  if (index.isPurged) tellPurged()
  if (isWorking) ownBell.postMessage(null)
  else saveSoon()
}

function saveSoon(): void {
  if (!willSave) setTimeout(save, savePause)
  willSave = true
}

function tellPurged(): void {
  for (const purged of purging) purged(index.changes())
  purging = []
}

function save(): void {
  willSave = false
  const changes = index.changes()
  if (changes !== null) tell({ type: 'save', changes })
}

function tell(message: FromWorker): void {
  postMessage(message)
}

ownDoor.addEventListener('message', workAWhile)
ownDoor.start()
addEventListener('message', ({ data: { number, name, payload } }: MessageEvent<ToWorker>) => {
  const answer = (answers[name] as (payload: unknown) => unknown)(payload)
  if (answer instanceof Promise) void answer.then((later) => tell({ type: 'answer', number, answer: later }))
  else tell({ type: 'answer', number, answer })
})
