import type { Callback } from '../../shared/callbacks/callback.ts'
import { isOpen } from '../../shared/callbacks/callback.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import { failed, success } from '../../shared/result.ts'
import type { AgendaPage } from './agenda-store.ts'
import type { CallbackStore } from './callback-store.ts'

const eleven = {
  wall: '2026-11-27T11:00',
  zone: 'Europe/Tallinn',
  fold: 'only',
  at: Date.UTC(2026, 10, 27, 9),
  rules: 'test',
} as const

/** For tests: a promise about a late order. */
export function fakeCallback(changes: Partial<Callback> = {}): Callback {
  return {
    id: '5f0c0f3e-6a8b-4f0e-9c64-0d3b6f6a7b11',
    kind: 'callback',
    person: { name: 'Marta Kask', number: '+37255500142' },
    callId: null,
    due: eleven,
    promisedFor: eleven,
    reason: 'Where order 88-1042 is',
    topic: 'deliveries',
    promised: 'A call even without the answer',
    priority: 'normal',
    keeper: 'me',
    deputy: null,
    notes: '',
    state: 'pending',
    history: [{ at: eleven.at - 3_600_000, type: 'made' }],
    practice: false,
    createdAt: eleven.at - 3_600_000,
    updatedAt: eleven.at - 3_600_000,
    ...changes,
  }
}

/** For tests: a store in memory. */
export function fakeCallbackStore(callbacks: readonly Callback[], disk: () => 'works' | 'fails' = () => 'works'): CallbackStore {
  const kept = writable(new Map(callbacks.map((callback) => [callback.id, callback])))
  const inOrder = () => [...kept.get().values()].toSorted((one, other) => one.due.at - other.due.at)
  const stopped = failed({ kind: 'storage.stopped', cause: 'QuotaExceededError' } as const)
  const put = (changed: readonly Callback[]) =>
    kept.set(new Map([...kept.get(), ...changed.map((callback) => [callback.id, callback] as const)]))
  return {
    async keep(changed) {
      if (disk() === 'fails') return stopped
      put(changed)
      return success(null)
    },
    async change(id, change) {
      const before = kept.get().get(id)
      if (before === undefined) return success(undefined)
      const after = change(before)
      if (after !== before && disk() === 'fails') return stopped
      if (after !== before) put([after])
      return success({ before, after })
    },
    find: async (id) => success(kept.get().get(id)),
    open: async () => success(inOrder().filter(isOpen)),
    openFor: async (number) => success(inOrder().filter((callback) => isOpen(callback) && callback.person.number === number)),
    watchBetween: (from, to) => derived(kept, () => inOrder().filter(({ due }) => due.at >= from && due.at < to)),
    watchOpen: () => derived(kept, () => inOrder().filter(isOpen)),
    agenda: {
      watch: (side, matches, limit) =>
        derived(kept, (): AgendaPage => {
          const found = inOrder().filter((callback) => isOpen(callback) === (side === 'open') && (matches?.(callback) ?? true))
          const ordered = side === 'open' ? found : found.toReversed()
          return { callbacks: ordered.slice(0, limit), more: ordered.length > limit }
        }),
      watchNumber: (number, limit) =>
        derived(kept, () =>
          inOrder()
            .toReversed()
            .filter(({ person }) => person.number === number)
            .slice(0, limit),
        ),
      all: async () => success(inOrder()),
      known: async (ids) => success(new Map([...kept.get()].filter(([id]) => ids.includes(id)))),
    },
  }
}

/** What a screen reads again only when the source has changed. */
function derived<Source extends object, Value>(source: Readable<Source>, look: () => Value): Readable<Value> {
  let seen: Source | undefined
  let value: Value
  return {
    get() {
      if (seen !== source.get()) {
        seen = source.get()
        value = look()
      }
      return value
    },
    subscribe: source.subscribe,
  }
}
