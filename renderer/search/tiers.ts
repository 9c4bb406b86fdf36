import { countBits } from './bits.ts'
import { type Segment, sizeOf } from './segment.ts'

/** So many segments of about one size become one. */
const fanIn = 8

/** Which segments to merge next: those of the smallest size there are too many of, or one that is mostly dead; empty when all is well. */
export function toMerge(segments: readonly Segment[]): readonly Segment[] {
  const tiers = new Map<number, Segment[]>()
  for (const segment of segments) {
    const dead = countBits(segment.dead)
    if (dead > 0 && dead * 2 >= sizeOf(segment)) return [segment]
    const tier = Math.floor(Math.log(sizeOf(segment)) / Math.log(fanIn))
    tiers.set(tier, [...(tiers.get(tier) ?? []), segment])
  }
  const crowded = [...tiers].filter(([, these]) => these.length >= fanIn).sort(([a], [b]) => a - b)
  return crowded[0]?.[1] ?? []
}
