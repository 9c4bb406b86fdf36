import { compact } from './compaction.ts'
import type { Seal } from './journal-seal.ts'
import type { OpenGrowing } from './segment-file.ts'
import { entriesOfAll, type Losses, type Segment } from './segment-reading.ts'

export interface ShelfSizes {
  /** Bytes and segments there may be behind the last compaction before the next, however little that one left. */
  readonly spareBytes: number
  readonly spareSegments: number
}

/** The segments that are full, or were left by runs before: they are read and compacted, never written to. */
export class SegmentShelf {
  readonly #seal: Seal
  readonly #openGrowing: OpenGrowing
  readonly #sizes: ShelfSizes
  #segments: readonly Segment[]

  constructor(seal: Seal, openGrowing: OpenGrowing, sizes: ShelfSizes, found: readonly Segment[]) {
    this.#seal = seal
    this.#openGrowing = openGrowing
    this.#sizes = sizes
    this.#segments = found
  }

  get segments(): readonly Segment[] {
    return this.#segments
  }

  get isFull(): boolean {
    const first = this.#segments[0]
    const base = first?.header.compacted ? first.bytes : 0
    const { spareBytes, spareSegments } = this.#sizes
    return bytesOf(this.#segments) - base > Math.max(spareBytes, base) || this.#segments.length > spareSegments
  }

  add(segment: Segment): void {
    this.#segments = [...this.#segments, segment]
  }

  /** Reads all of it and answers how many entries are lost. `endsBefore` is the number of the first entry behind it. */
  async check(endsBefore: number): Promise<number> {
    const losses: Losses = { entries: 0 }
    for await (const _entry of entriesOfAll(this.#segments, this.#seal, endsBefore, losses));
    return losses.entries
  }

  /** Answers the same. */
  async compact(endsBefore: number): Promise<number> {
    const replaced = this.#segments
    const compacted = await compact(replaced, { seal: this.#seal, openGrowing: this.#openGrowing, endsBefore })
    if (compacted === null) return 0
    this.#segments = [compacted.segment, ...this.#segments.slice(replaced.length)]
    return compacted.lost
  }
}

export function bytesOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { bytes }) => sum + bytes, 0)
}
