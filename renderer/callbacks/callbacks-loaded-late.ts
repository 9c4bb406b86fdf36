import type { Callbacks } from './callbacks.ts'

/** Callbacks whose work is loaded when it is first asked for; the store and what rings are there at once. */
export function callbacksLoadedLate(
  { store, alarms }: Pick<Callbacks, 'store' | 'alarms'>,
  load: () => Promise<Callbacks>,
): Callbacks {
  return {
    store,
    alarms,
    promise: async (draft) => (await load()).promise(draft),
    told: async (id, fact) => (await load()).told(id, fact),
    edit: async (id, part) => (await load()).edit(id, part),
    putBack: async (callback) => (await load()).putBack(callback),
    adopt: async (callbacks) => (await load()).adopt(callbacks),
    call: async (id, through) => (await load()).call(id, through),
    snooze: async (id, minutes) => (await load()).snooze(id, minutes),
    handOver: async (id) => (await load()).handOver(id),
  }
}
