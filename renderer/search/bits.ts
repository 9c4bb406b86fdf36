/** A set of small whole numbers, one bit each. */
export type Bits = Uint32Array<ArrayBuffer>

export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5)
}

export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffffffff)
  if (size % 32 > 0) bits[bits.length - 1] = 2 ** (size % 32) - 1
  return bits
}

export function hasBit(bits: Bits, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0
}

export function setBit(bits: Bits, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31))
}

/** As `readNumber` reads distances, in one loop: most of the time of a question goes here, and the first one comes before the bytes are checked. */
export function setPostings(bits: Bits, postings: Uint8Array, from: number, to: number): void {
  let ordinal = 0
  for (let at = from; at < to; ) {
    let byte = postings[at++] ?? 0
    ordinal += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] ?? 0
      ordinal += (byte & 127) << shift
    }
    bits[ordinal >>> 5] = (bits[ordinal >>> 5] ?? 0) | (1 << (ordinal & 31))
  }
}

export function keepOnly(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) & (others[word] ?? 0)
}

export function takeAway(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) & ~(others[word] ?? 0)
}

export function addAll(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) | (others[word] ?? 0)
}

export function countBits(bits: Bits): number {
  let count = 0
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** The lowest first, at most `limit` of them. */
export function firstBits(bits: Bits, limit: number): readonly number[] {
  const found: number[] = []
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] ?? 0; rest !== 0 && found.length < limit; rest &= rest - 1) {
      found.push(word * 32 + 31 - Math.clz32(rest & -rest))
    }
    if (found.length >= limit) break
  }
  return found
}
