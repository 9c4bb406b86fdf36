import type { Callbacks } from '../callbacks/callbacks.ts'
import type { CallbackParts, CallbackRun } from './callback-run.ts'

export interface LateCallbacks {
  readonly callbacks: Callbacks
  load(): Promise<CallbackRun>
  /** Null until then. */
  loaded(): CallbackRun | null
}

/** Callbacks whose work comes behind the first window; the store and what rings are there at once. */
export function lateCallbacks(parts: CallbackParts): LateCallbacks {
  const { store, alarms } = parts
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

  return {
    load,
    loaded: () => run,
    callbacks: {
      store,
      alarms,
      promise: async (draft, id) => (await load()).promise(draft, id),
      told: async (id, fact) => (await load()).told(id, fact),
      edit: async (id, part) => (await load()).edit(id, part),
      putBack: async (callback) => (await load()).putBack(callback),
      adopt: async (callbacks) => (await load()).adopt(callbacks),
      call: async (id, through) => (await load()).call(id, through),
      snooze: async (id, minutes) => (await load()).snooze(id, minutes),
      handOver: async (id) => (await load()).handOver(id),
    },
  }
}
