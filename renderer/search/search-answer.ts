import type { Covers } from './covers.ts'
import type { FoundCall } from './search-records.ts'

export interface AskOptions {
  readonly limit: number
  readonly signal?: AbortSignal
}

export interface SearchAnswer {
  readonly hits: readonly FoundCall[]
  readonly total: number
  /** How many have every word as it was typed, and not only as a beginning; they come first. */
  readonly whole: number
  /** From the question to the last row. */
  readonly tookMs: number
  readonly covers: Covers
  /** The question that was answered instead, because nothing has a word of this one. */
  readonly didYouMean: string | null
  /** Beginnings of words, to be marked in the hits. */
  readonly marks: readonly string[]
  /** The search works no more, and these are simply the newest calls. */
  readonly isStopped: boolean
}
