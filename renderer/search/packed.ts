/** Raised when this or the arrays packed in it change: an index of another format is built anew. */
const format = 0x5ea2c004

/** Numbers before the lengths of the sections: format, checksum, number of sections. */
const fixedHeader = 3

/** Of Fowler, Noll and Vo's sum. */
const prime = 0x01000193

/** Arrays, one after another, in one buffer that is stored and handed over as it is. */
export function packed(sections: readonly ArrayBufferView[]): ArrayBuffer {
  const starts = startsOf(sections.map(({ byteLength }) => byteLength))
  const buffer = new ArrayBuffer(starts.end)
  const bytes = new Uint8Array(buffer)
  const header = new Uint32Array(buffer, 0, fixedHeader + sections.length)
  sections.forEach((section, index) => {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), starts.of[index])
    header[fixedHeader + index] = section.byteLength
  })
  header[0] = format
  header[2] = sections.length
  header[1] = checksum(buffer)
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
  if (new Uint32Array(buffer)[1] !== checksum(buffer)) throw new Error('the index is damaged')
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
function checksum(buffer: ArrayBuffer): number {
  const words = new Int32Array(buffer)
  let [a, b, c, d] = [1, 2, 3, 4]
  let index = 2
  for (; index + 3 < words.length; index += 4) {
    a = Math.imul(a ^ (words[index] ?? 0), prime)
    b = Math.imul(b ^ (words[index + 1] ?? 0), prime)
    c = Math.imul(c ^ (words[index + 2] ?? 0), prime)
    d = Math.imul(d ^ (words[index + 3] ?? 0), prime)
  }
  for (; index < words.length; index += 1) a = Math.imul(a ^ (words[index] ?? 0), prime)
  return (Math.imul(a, 31) ^ Math.imul(b, 37) ^ Math.imul(c, 41) ^ d) >>> 0
}
