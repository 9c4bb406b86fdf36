/** Waits, so that a test decides when they are over. */
export interface Timers {
  /** Returns its own off. */
  after(ms: number, action: () => void): () => void
}

export const systemTimers: Timers = {
  after(ms, action) {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}
