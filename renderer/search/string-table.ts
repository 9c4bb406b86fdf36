import { byteWriter } from './byte-writer.ts'

/** Strings in the order of their UTF-8 bytes, which is the order of their code points, one after another in one array. */
export interface StringTable {
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: Uint32Array
}

export interface Range {
  readonly from: number
  /** The first that is not in it. */
  readonly to: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function startOf(ends: Uint32Array, index: number): number {
  return index === 0 ? 0 : (ends[index - 1] ?? 0)
}

export function stringAt({ bytes, ends }: StringTable, index: number): string {
  return decoder.decode(bytes.subarray(startOf(ends, index), ends[index]))
}

/** -1 when it is not there. */
export function indexOf(table: StringTable, text: string): number {
  const key = encoder.encode(text)
  const index = firstFrom(table, key, compareWhole)
  return index < table.ends.length && compareWhole(table, index, key) === 0 ? index : -1
}

export function withPrefix(table: StringTable, prefix: string): Range {
  const key = encoder.encode(prefix)
  const from = firstFrom(table, key, comparePrefix)
  return { from, to: firstFrom(table, key, (...these) => (comparePrefix(...these) <= 0 ? -1 : 1), from) }
}

/** Negative when the entry comes before the key. */
type Compare = (table: StringTable, index: number, key: Uint8Array) => number

/** The first entry from which on none comes before the key. */
function firstFrom(table: StringTable, key: Uint8Array, compare: Compare, lowest = 0): number {
  let from = lowest
  let to = table.ends.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (compare(table, middle, key) < 0) from = middle + 1
    else to = middle
  }
  return from
}

function comparePrefix({ bytes, ends }: StringTable, index: number, key: Uint8Array): number {
  const start = startOf(ends, index)
  const length = Math.min(key.length, (ends[index] ?? 0) - start)
  for (let at = 0; at < length; at += 1) {
    const difference = (bytes[start + at] ?? 0) - (key[at] ?? 0)
    if (difference !== 0) return difference
  }
  return length - key.length
}

function compareWhole(table: StringTable, index: number, key: Uint8Array): number {
  const first = comparePrefix(table, index, key)
  return first === 0 ? (table.ends[index] ?? 0) - startOf(table.ends, index) - key.length : first
}

/** Takes strings that are in order already. */
export function tableOf(strings: readonly string[]): StringTable {
  const writer = byteWriter()
  const ends = new Uint32Array(strings.length)
  strings.forEach((text, index) => {
    const bytes = encoder.encode(text)
    writer.copy(bytes, 0, bytes.length)
    ends[index] = writer.length
  })
  return { bytes: writer.bytes(), ends }
}

/** The order of a table, which is not JavaScript's: that puts letters beyond the basic plane before some in it. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const [unitOfA, unitOfB] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (unitOfA !== unitOfB) return rank(unitOfA) - rank(unitOfB)
  }
  return a.length - b.length
}

function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
