/** Raised when this or the arrays packed in it change: an index of another format is built anew. */
const format = 0x5ea2c004

/** Numbers before the lengths of the sections: format, checksum, number of sections. */
const fixedHeader = 3

/** Of Fowler, Noll and Vo's sum. */
const prime = 0x01000193

/** Bytes that are copied or summed at a stretch. */
const piece = 1 << 20

/** Arrays, one after another, in one buffer that is stored and handed over as it is. */
export function packed(sections: readonly ArrayBufferView[]): ArrayBuffer {
  const slices = packing(sections)
  for (;;) {
    const next = slices.next()
    if (next.done) return next.value
  }
}

/** The same a slice at a time. */
export function* packing(sections: readonly ArrayBufferView[]): Generator<undefined, ArrayBuffer> {
  const starts = startsOf(sections.map(({ byteLength }) => byteLength))
  const buffer = new ArrayBuffer(starts.end)
  const bytes = new Uint8Array(buffer)
  const header = new Uint32Array(buffer, 0, fixedHeader + sections.length)
  for (const [index, { buffer: source, byteOffset, byteLength }] of sections.entries()) {
    header[fixedHeader + index] = byteLength
    for (let from = 0; from < byteLength; from += piece) {
      const part = new Uint8Array(source, byteOffset + from, Math.min(piece, byteLength - from))
      bytes.set(part, (starts.of[index] ?? 0) + from)
      yield
    }
  }
  header[0] = format
  header[2] = sections.length
  header[1] = yield* summing(buffer)
  return buffer
}

/** The sections as `packed` took them; throws when the buffer has not their form, but does not read them. */
export function unpacked(buffer: ArrayBuffer): readonly Uint8Array<ArrayBuffer>[] {
  if (buffer.byteLength % 8 !== 0 || buffer.byteLength < fixedHeader * 4) throw new Error('the index is cut short')
  const header = new Uint32Array(buffer)
  if (header[0] !== format) throw new Error('the index has another format')
  const lengths = [...header.subarray(fixedHeader, fixedHeader + (header[2] ?? 0))]
  const starts = startsOf(lengths)
  return lengths.map((length, index) => new Uint8Array(buffer, starts.of[index], length))
}

/** Throws when a single bit is not as it was written. */
export function checkWhole(buffer: ArrayBuffer): void {
  const slices = summing(buffer)
  for (;;) {
    const next = slices.next()
    if (!next.done) continue
    if (next.value !== new Uint32Array(buffer)[1]) throw new Error('the index is damaged')
    return
  }
}

/** Each at a multiple of eight, where any kind of array may begin. */
function startsOf(lengths: readonly number[]): { readonly of: readonly number[]; readonly end: number } {
  let next = aligned((fixedHeader + lengths.length) * 4)
  const of = lengths.map((length) => {
    const start = next
    next = aligned(start + length)
    return start
  })
  return { of, end: next }
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8
}

/**
 * Of all that comes after it.
 *
 * In four sums, none of which waits for another; a bit that turned changes one of them, and so the whole.
 */
function* summing(buffer: ArrayBuffer): Generator<undefined, number> {
  const words = new Int32Array(buffer)
  const sums: Sums = [1, 2, 3, 4]
  const fours = words.length - ((words.length - 2) % 4)
  for (let from = 2; from < fours; from += piece / 4) {
    addTo(sums, words, from, Math.min(from + piece / 4, fours))
    yield
  }
  const [first, b, c, d] = sums
  let a = first
  for (let index = fours; index < words.length; index += 1) a = Math.imul(a ^ (words[index] ?? 0), prime)
  return (Math.imul(a, 31) ^ Math.imul(b, 37) ^ Math.imul(c, 41) ^ d) >>> 0
}

type Sums = [number, number, number, number]

function addTo(sums: Sums, words: Int32Array, from: number, to: number): void {
  let [a, b, c, d] = sums
  for (let index = from; index < to; index += 4) {
    a = Math.imul(a ^ (words[index] ?? 0), prime)
    b = Math.imul(b ^ (words[index + 1] ?? 0), prime)
    c = Math.imul(c ^ (words[index + 2] ?? 0), prime)
    d = Math.imul(d ^ (words[index + 3] ?? 0), prime)
  }
  sums[0] = a
  sums[1] = b
  sums[2] = c
  sums[3] = d
}
