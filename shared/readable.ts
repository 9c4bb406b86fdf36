/** A value that changes and says so; what `useSyncExternalStore` reads. */
export interface Readable<Value> {
  get(): Value
  /** Returns its own off. */
  subscribe(listener: () => void): () => void
}

export interface Writable<Value> extends Readable<Value> {
  set(value: Value): void
}

export function writable<Value>(initial: Value): Writable<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
