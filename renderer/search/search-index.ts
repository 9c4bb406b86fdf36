import { type Bits, countBits, firstBits, hasBit, setBit, takeAway } from './bits.ts'
import { buildSegment } from './build-segment.ts'
import { corrected } from './corrected.ts'
import { frequentPairs } from './frequent-pairs.ts'
import { type LookedUp, lookUp } from './look-up.ts'
import { mergeSegments } from './merge-segments.ts'
import { checkWhole } from './packed.ts'
import { parseQuery, type Query } from './query.ts'
import type { SearchDoc } from './search-doc.ts'
import { type FrequentPairs, idAt, placesFrom, type Segment, segmentFrom, sizeOf } from './segment.ts'
import { indexOf } from './string-table.ts'
import { type Suggestion, suggestions } from './suggest.ts'
import { toMerge } from './tiers.ts'

export interface Question {
  readonly text: string
  readonly limit: number
  /** Calls with a promise that is still to be kept. */
  readonly open: readonly string[]
  readonly now: number
}

export interface Found {
  /** Calls with every word whole come first, and the newest first among them and among the others. */
  readonly ids: readonly string[]
  readonly total: number
  /** How many of all have every word whole. */
  readonly whole: number
  /** The question that was answered instead, because nothing has a word of it. */
  readonly didYouMean: string | null
  /** What to mark in a text: the beginnings of words. */
  readonly marks: readonly string[]
}

/** A segment as it is stored. */
export interface SegmentFile {
  readonly id: number
  readonly head: ArrayBuffer
  readonly places: ArrayBuffer
}

/** Which segments there are, what died in them, and up to when records were read. */
export interface Manifest {
  readonly segments: readonly { readonly id: number; readonly dead: Uint32Array<ArrayBuffer> }[]
  readonly changedAt: number
}

export interface IndexChanges {
  readonly put: readonly SegmentFile[]
  readonly remove: readonly number[]
  readonly manifest: Manifest
}

/** An index over records that changes with each of them and grows together in slices. */
export interface SearchIndex {
  readonly size: number
  /** Throws when a part is missing or has another form; its bytes are checked with its places, for which no answer waits. */
  load(manifest: Manifest, heads: ReadonlyMap<number, ArrayBuffer>): void
  /** Of one segment; throws when these are missing, or a single bit of it is not as it was written. */
  loadPlaces(id: number, places: ArrayBuffer | null): void
  /** False until the places are here, without which no phrase is found. */
  readonly isWhole: boolean
  ask(question: Question): Found
  suggest(text: string, caret: number): readonly Suggestion[]
  /** New, or changed. */
  note(docs: readonly SearchDoc[]): void
  forget(ids: readonly string[]): void
  /** Puts every segment in line to be written anew that has a word of these, of whatever they once were. */
  purge(ids: readonly string[]): void
  /** False while such a segment is left. */
  readonly isPurged: boolean
  has(id: string): boolean
  ids(): IterableIterator<string>
  /** Does a part of what is to be done; true when more is. */
  work(): boolean
  /** What to store since this was asked last; null when nothing changed. */
  changes(): IndexChanges | null
}

interface Numbered {
  readonly id: number
  readonly segment: Segment
}

export function createSearchIndex(): SearchIndex {
  let held: readonly Numbered[] = []
  let stored: ReadonlySet<number> = new Set()
  let lastId = 0
  let changedAt = 0
  let isChanged = false
  let merging: { readonly from: ReadonlySet<Segment>; readonly slices: Generator<undefined, Segment> } | null = null

  let pairing: { readonly of: Segment; readonly slices: Generator<undefined, FrequentPairs> } | null = null
  let impure: ReadonlySet<Segment> = new Set()

  const segments = () => held.map(({ segment }) => segment)

  function add(segment: Segment): void {
    lastId += 1
    held = [...held, { id: lastId, segment }]
  }

  function bury(id: string): void {
    for (const { segment } of held) {
      const index = indexOf(segment.ids, id)
      const ordinal = index < 0 ? undefined : segment.ordinalOfId[index]
      if (ordinal === undefined || hasBit(segment.dead, ordinal)) continue
      setBit(segment.dead, ordinal)
      isChanged = true
    }
  }

  function answer(query: Query, { limit, open }: Question): Omit<Found, 'didYouMean'> {
    const found = held.map(({ segment }) => ({ segment, bits: lookUp(segment, query, open) }))
    const whole = found.flatMap(({ segment, bits }) => newest(segment, bits.whole, limit))
    const partly = found.flatMap(({ segment, bits }) => newest(segment, withoutWhole(bits), limit))
    return {
      ids: [...whole.sort(byTime), ...partly.sort(byTime)].slice(0, limit).map(idOf),
      total: found.reduce((sum, { bits }) => sum + countBits(bits.all), 0),
      whole: found.reduce((sum, { bits }) => sum + countBits(bits.whole), 0),
      marks: marksOf(query),
    }
  }

  /** A part of what makes phrases quick. */
  function pair(): boolean {
    if (pairing === null || !segments().includes(pairing.of)) {
      const next = segments().find(isUnpaired)
      pairing = next?.places ? { of: next, slices: frequentPairs(next, next.places) } : null
    }
    const slice = pairing?.slices.next()
    if (pairing && slice?.done) {
      pairing.of.pairs = slice.value
      pairing = null
    }
    return pairing !== null || segments().some(isUnpaired)
  }

  return {
    get size() {
      return held.reduce((sum, { segment }) => sum + sizeOf(segment) - countBits(segment.dead), 0)
    },
    get isWhole() {
      return held.every(({ segment }) => segment.places !== null)
    },
    load(manifest, heads) {
      held = manifest.segments.map(({ id, dead }) => ({ id, segment: segmentFrom(heads.get(id) ?? missing(), null, dead) }))
      stored = new Set(held.map(({ id }) => id))
      lastId = Math.max(0, ...stored)
      changedAt = manifest.changedAt
    },
    loadPlaces(ofSegment, places) {
      const segment = held.find(({ id }) => id === ofSegment)?.segment
      if (segment === undefined) return
      const buffer = places ?? missing()
      checkWhole(segment.head)
      checkWhole(buffer)
      segment.places = placesFrom(buffer)
      segment.placesBuffer = buffer
    },
    ask(question) {
      const query = parseQuery(question.text, question.now)
      const found = answer(query, question)
      const meant = found.total > 0 ? null : corrected(segments(), query, question.text)
      if (meant === null) return { ...found, didYouMean: null }
      const instead = answer(parseQuery(meant, question.now), question)
      return instead.total > 0 ? { ...instead, didYouMean: meant } : { ...found, didYouMean: null }
    },
    suggest: (text, caret) => suggestions(segments(), text, caret),
    note(docs) {
      const latest = new Map(docs.map((doc) => [doc.id, doc]))
      if (latest.size === 0) return
      for (const id of latest.keys()) bury(id)
      add(buildSegment([...latest.values()]))
      changedAt = Math.max(changedAt, ...docs.map((doc) => doc.changedAt))
      isChanged = true
    },
    forget: (ids) => ids.forEach(bury),
    purge(ids) {
      ids.forEach(bury)
      const holding = segments().filter((segment) => ids.some((id) => indexOf(segment.ids, id) >= 0))
      impure = new Set([...impure, ...holding])
      if (holding.some((segment) => merging?.from.has(segment))) merging = null
    },
    get isPurged() {
      return impure.size === 0
    },
    has: (id) => held.some(({ segment }) => isAlive(segment, id)),
    *ids() {
      for (const { segment } of held) yield* livingIds(segment)
    },
    work() {
      held = held.filter(({ segment }) => countBits(segment.dead) < sizeOf(segment) || merging?.from.has(segment))
      impure = new Set(segments().filter((segment) => impure.has(segment)))
      if (merging === null) {
        const [first] = impure
        const from = first ? [first] : toMerge(segments())
        if (from.length === 0 || from.some(({ places }) => places === null)) return pair()
        merging = { from: new Set(from), slices: mergeSegments(from) }
      }
      const { from, slices } = merging
      const next = slices.next()
      if (!next.done) return true
      held = held.filter(({ segment }) => !from.has(segment))
      if (sizeOf(next.value) > 0) add(next.value)
      merging = null
      isChanged = true
      return true
    },
    changes() {
      if (!isChanged) return null
      isChanged = false
      const now = new Set(held.map(({ id }) => id))
      const put = held.filter(({ id }) => !stored.has(id)).map(({ id, segment }) => fileOf(id, segment))
      const remove = [...stored].filter((id) => !now.has(id))
      stored = now
      return {
        put,
        remove,
        manifest: { changedAt, segments: held.map(({ id, segment }) => ({ id, dead: segment.dead.slice() })) },
      }
    },
  }
}

/** In fewer records the places of any word are as quickly read. */
const pairedFrom = 2_000

interface Hit {
  readonly segment: Segment
  readonly ordinal: number
  readonly at: number
}

function isUnpaired(segment: Segment): boolean {
  return segment.pairs === null && segment.places !== null && sizeOf(segment) >= pairedFrom
}

function newest(segment: Segment, bits: Bits, limit: number): readonly Hit[] {
  return firstBits(bits, limit).map((ordinal) => ({ segment, ordinal, at: segment.at[ordinal] ?? 0 }))
}

function byTime(a: Hit, b: Hit): number {
  return b.at - a.at || (idOf(a) < idOf(b) ? -1 : 1)
}

function idOf({ segment, ordinal }: Hit): string {
  return idAt(segment, ordinal)
}

function withoutWhole({ all, whole }: LookedUp): Bits {
  const partly = all.slice()
  takeAway(partly, whole)
  return partly
}

function marksOf({ clauses }: Query): readonly string[] {
  return clauses.flatMap((clause) => {
    if (clause.type === 'words') return clause.words
    if (clause.type === 'value') return clause.field === 'person' ? clause.value.split(' ') : []
    return clause.type === 'number' ? [clause.digits] : []
  })
}

function isAlive(segment: Segment, id: string): boolean {
  const index = indexOf(segment.ids, id)
  return index >= 0 && !hasBit(segment.dead, segment.ordinalOfId[index] ?? 0)
}

function* livingIds(segment: Segment): IterableIterator<string> {
  for (let ordinal = 0; ordinal < sizeOf(segment); ordinal += 1) if (!hasBit(segment.dead, ordinal)) yield idAt(segment, ordinal)
}

function fileOf(id: number, { head, placesBuffer }: Segment): SegmentFile {
  return { id, head, places: placesBuffer ?? missing() }
}

function missing(): never {
  throw new Error('a part of the index is missing')
}
