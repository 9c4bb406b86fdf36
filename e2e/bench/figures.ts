/** One measured number. */
export interface Figure {
  /** `<case>.<metric>_<unit>`, such as `event-to-paint.calm.p50_ms`. */
  readonly key: string
  readonly value: number
  /** The same number of the plainest thing that could do it, in the same run. */
  readonly peer?: number
  /** Goes before the key of the peer's number in a file, where the peer is a product with a name of its own. */
  readonly peerName?: string
  /** What it must not exceed. */
  readonly bar?: number
}

export interface Bench {
  readonly name: string
  run(): Promise<readonly Figure[]>
}

/** The value below which `share` (0 to 1) of all values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}
