import type { Callback } from '../../shared/callbacks/callback.ts'
import { isOpen } from '../../shared/callbacks/callback.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import { failed, success } from '../../shared/result.ts'
import type { AgendaPage } from './agenda-store.ts'
import type { CallbackStore } from './callback-store.ts'

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
    async takeBack(taken, before) {
      if (disk() === 'fails') return stopped
      const same = taken.filter(({ id, updatedAt }) => kept.get().get(id)?.updatedAt === updatedAt).map(({ id }) => id)
      const rest = [...kept.get()].filter(([id]) => !same.includes(id))
      kept.set(new Map([...rest, ...[...before].filter(([id]) => same.includes(id))]))
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
    async refresh(ids, change) {
      put(ids.flatMap((id) => kept.get().get(id) ?? []).map(change))
      return success(null)
    },
    withBrief: async (id) => success(inOrder().find(({ deputy }) => deputy?.briefId === id)),
    madeIn: async (call) => success(inOrder().filter(({ callId }) => callId === call)),
    keptSince: async (from) => success(inOrder().filter(({ state, due }) => state === 'kept' && due.at >= from)),
    find: async (id) => success(kept.get().get(id)),
    isAnyOpen: async () => success(inOrder().some(isOpen)),
    openIds: async () =>
      success(
        inOrder()
          .filter(isOpen)
          .map(({ id }) => id),
      ),
    calling: async () => success(inOrder().filter(({ state }) => state === 'calling')),
    withDeputy: async () =>
      success(inOrder().filter((callback) => (isOpen(callback) || callback.state === 'handedOver') && callback.deputy !== null)),
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
      watchOne: (id) => derived(kept, () => kept.get().get(id) ?? null),
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
