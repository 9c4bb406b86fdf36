import type { JournalRange } from '../../shared/journal/journal.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import { type Result, success } from '../../shared/result.ts'
import { type CaughtUp, catchUp, queueEverything } from './catch-up.ts'
import type { SteadylineDatabase } from './database.ts'
import { type JournalLine, type JournalTrouble, lastingLine } from './journal-line.ts'
import { nextParcel, type Parcel, tickOff } from './outbox.ts'
import { recordChanges } from './recorded-changes.ts'
import { restoreIfGone } from './restore.ts'
import type { SecondCopyState, SecondCopyTrouble } from './second-copy-state.ts'
import type { Storage, StorageRestoring } from './storage.ts'

/** Milliseconds after which somebody who waits for the second copy is told that it takes long. */
const patience = 1500

/** Milliseconds before the next try, where nothing says sooner that it could succeed. */
const retryAfter = 5000

/** Keeps the journal in main the same as the store, whichever feature writes. */
export interface SecondCopy {
  readonly state: Readable<SecondCopyState>
  /** What `storage.open` does around the opening. */
  readonly restoring: StorageRestoring
  /** Resolves once everything changed so far is in both; `late` is called when that takes long or cannot be now. */
  copied(late?: () => void): Promise<void>
  /** The companion is there again, or its journal is another. */
  lookAgain(): void
}

interface Waiter {
  readonly upTo: number
  readonly late: () => void
  readonly resolve: () => void
}

export function createSecondCopy(database: SteadylineDatabase, storage: Storage, journal: JournalLine): SecondCopy {
  const state = writable<SecondCopyState>({ trouble: null, restored: null })
  const changes = recordChanges(database, () => {
    touches += 1
    start()
  })
  /** The first is what the run before left in the outbox. */
  let touches = 1
  let copiedTo = 0
  let waiters: readonly Waiter[] = []
  let atOpening: Result<CaughtUp, JournalTrouble> | null = null
  let agrees = false
  let isWorking = false
  let retry: ReturnType<typeof setTimeout> | undefined

  const isOpen = () => storage.state.get().kind === 'open'

  function start(): void {
    if (isWorking || !isOpen()) return
    clearTimeout(retry)
    isWorking = true
    void work().then((trouble) => {
      isWorking = false
      if (trouble === null && (copiedTo < touches || !agrees)) return start()
      if (trouble !== null && isOpen()) retry = setTimeout(start, retryAfter)
      if (trouble !== null) for (const { late } of waiters) late()
      if (trouble !== null && trouble !== state.get().trouble && isOpen()) state.set({ ...state.get(), trouble })
    })
  }

  /** Until all is copied, or something is in the way; a store that has stopped says so itself. */
  async function work(): Promise<SecondCopyTrouble | null> {
    if (!agrees) {
      const trouble = await agree()
      if (trouble !== null) return trouble
    }
    for (;;) {
      const upTo = touches
      const parcel = await storage.run(nextParcel)
      if (!parcel.ok) return 'journal.away'
      if (parcel.value.changes.length > 0) {
        const range = await send(parcel.value)
        if (!range.ok) return range.failure.kind
        const ticked = await storage.run((opened) => tickOff(opened, parcel.value, range.value))
        if (!ticked.ok) return 'journal.away'
      }
      if (parcel.value.isPart) continue
      arrived(upTo)
      if (upTo === touches) return null
    }
  }

  async function send({ changes: all, isInPieces }: Parcel): Promise<Result<JournalRange, JournalTrouble>> {
    if (!isInPieces) return journal.append(all)
    let first: number | null = null
    let last = 0
    for (const piece of all) {
      const range = await journal.append([piece])
      if (!range.ok) return range
      first ??= range.value.first
      last = range.value.last
    }
    return success({ first: first ?? last, last })
  }

  /** Brings store and journal to where each has what the other has. */
  async function agree(): Promise<SecondCopyTrouble | null> {
    agrees = true
    const caughtUp = await storage.run(async (opened) => {
      const found = atOpening ?? (await catchUp(opened, changes, journal, () => undefined))
      atOpening = null
      if (found.ok && found.value.journalMisses) await queueEverything(opened)
      if (found.ok) await opened.meta.put(found.value.mark)
      return found
    })
    if (caughtUp.ok && caughtUp.value.ok) {
      const { restored } = caughtUp.value.value
      if (restored) state.set({ ...state.get(), restored })
      return null
    }
    agrees = false
    return caughtUp.ok && !caughtUp.value.ok ? caughtUp.value.failure.kind : 'journal.away'
  }

  function arrived(upTo: number): void {
    copiedTo = upTo
    if (state.get().trouble !== null) state.set({ ...state.get(), trouble: null })
    const there = waiters.filter((waiter) => waiter.upTo <= upTo)
    waiters = waiters.filter((waiter) => waiter.upTo > upTo)
    for (const { resolve } of there) resolve()
  }

  storage.state.subscribe(start)

  return {
    state,
    restoring: {
      async before(tell) {
        const restored = await restoreIfGone(database.name, lastingLine(journal), tell)
        if (restored) state.set({ ...state.get(), restored })
      },
      async after(tell) {
        const hasMet = (await database.meta.get('secondCopy')) !== undefined
        atOpening = await catchUp(database, changes, hasMet ? journal : lastingLine(journal), tell)
      },
    },
    copied(late = () => undefined) {
      if (copiedTo >= touches) return Promise.resolve()
      return new Promise((resolve) => {
        if (state.get().trouble !== null || !isOpen()) late()
        const tooLong = setTimeout(late, patience)
        const done = () => {
          clearTimeout(tooLong)
          resolve()
        }
        waiters = [...waiters, { upTo: touches, late, resolve: done }]
      })
    },
    lookAgain() {
      agrees = false
      start()
    },
  }
}
