interface NewestOnly<Value> {
  give(value: Value): void
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>
}

/** Works on one value at a time, always the newest: one that was overtaken before its turn is left out. */
export function newestOnly<Value>(work: (value: Value) => Promise<unknown>): NewestOnly<Value> {
  let next: { readonly value: Value } | null = null
  let working: Promise<void> | null = null

  async function workOff(): Promise<void> {
    while (next !== null) {
      const { value } = next
      next = null
      await work(value)
    }
    working = null
  }

  return {
    give(value) {
      next = { value }
      working ??= workOff()
    },
    settled: async () => {
      await working
    },
  }
}
