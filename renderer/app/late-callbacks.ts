import type { Call } from '../../shared/call/call.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { writable } from '../../shared/readable.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { CallbackParts } from './callback-parts.ts'
import type { CallbackRun } from './callback-run.ts'
import { inTurn } from './in-turn.ts'

/** Earliest open callbacks that are known without going to their room. */
const soonestKnown = 50

export interface LateCallbacks {
  readonly callbacks: Callbacks
  /** Told to the work as long as anything is promised or rings; else there is none to load. */
  hear(news: (run: CallbackRun) => Promise<void>): Promise<void>
  /** What a deputy has taken on is not open any more, and comes back all the same. */
  briefChanged(record: BriefRecord): Promise<void>
  /** The companion has been heard: also what was promised when the last window closed, and is not now, no longer rings. */
  caughtUp(calls: readonly Call[]): Promise<void>
  /** Null until the work is loaded. */
  loaded(): CallbackRun | null
}

/** Callbacks whose work is loaded when the first is promised; the store and what rings are there at once. */
export function lateCallbacks(known: Omit<CallbackParts, 'unwritten'>): LateCallbacks {
  const parts = { ...known, unwritten: writable<ReadonlySet<CallbackId>>(new Set()) }
  const { store, alarms, companion, unwritten } = parts
  const soonest = store.agenda.watch('open', null, soonestKnown)
  const next = inTurn()
  let run: CallbackRun | null = null
  let loading: Promise<CallbackRun> | null = null

  async function made(): Promise<CallbackRun> {
    const { createCallbacks } = await import('./callback-run.ts')
    run = await createCallbacks(parts)
    return run
  }

  function load(): Promise<CallbackRun> {
    loading ??= made().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }

  const orders = async () => (await load()).orders()

  async function runIf(isNeeded: () => Promise<boolean>): Promise<CallbackRun | null> {
    return loading !== null || alarms.get().length > 0 || (await isNeeded()) ? load() : null
  }

  /** The next ones are looked at all the time: the store is asked only before the first look. */
  async function isAnyOpen(): Promise<boolean> {
    const next = soonest.get()
    if (next !== undefined) return next.callbacks.length > 0
    const open = await store.isAnyOpen()
    return !open.ok || open.value
  }

  /** By the store alone: what was looked at may be of a window that another one took the desk from. */
  async function isAnyOwed(): Promise<boolean> {
    const [open, asked] = await Promise.all([store.isAnyOpen(), store.withDeputy()])
    return !open.ok || !asked.ok || open.value || asked.value.length > 0
  }

  return {
    async hear(news) {
      const heardBy = await next(() => runIf(isAnyOpen))
      if (heardBy) await news(heardBy)
    },
    async briefChanged(record) {
      const heardBy = await next(load)
      await heardBy.briefChanged(record)
    },
    async caughtUp(calls) {
      const heardBy = await next(() => runIf(isAnyOwed))
      if (heardBy) await heardBy.caughtUp(calls)
      else await companion.request('alarms.arm', []).catch(() => undefined)
    },
    loaded: () => run,
    callbacks: {
      store,
      alarms,
      soonest,
      unwritten,
      promise: async (draft, id) => (await orders()).promise(draft, id),
      told: async (id, fact, at) => (await load()).told(id, fact, at),
      edit: async (id, part) => (await orders()).edit(id, part),
      putBack: async (before, after) => (await orders()).putBack(before, after),
      adopt: async (callbacks) => (await orders()).adopt(callbacks),
      disown: async (taken, before) => (await orders()).disown(taken, before),
      call: async (id, through) => (await orders()).call(id, through),
      snooze: async (id, minutes) => (await orders()).snooze(id, minutes),
      handOver: async (id) => (await orders()).handOver(id),
    },
  }
}
