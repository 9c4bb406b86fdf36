/** Bytes that grow as they are written. */
export interface ByteWriter {
  readonly length: number
  /** A whole number from 0 on: seven bits a byte, the lowest first, the high bit where more follow. */
  number(value: number): void
  copy(source: Uint8Array, from: number, to: number): void
  /** What is written so far, not copied. */
  bytes(): Uint8Array<ArrayBuffer>
}

export function byteWriter(capacity = 1024): ByteWriter {
  let buffer = new Uint8Array(capacity)
  let length = 0

  function reserve(more: number): void {
    if (length + more <= buffer.length) return
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more))
    larger.set(buffer.subarray(0, length))
    buffer = larger
  }

  return {
    get length() {
      return length
    },
    number(value) {
      reserve(8)
      let rest = value
      while (rest > 127) {
        buffer[length++] = (rest % 128) | 128
        rest = Math.floor(rest / 128)
      }
      buffer[length++] = rest
    },
    copy(source, from, to) {
      reserve(to - from)
      if (to - from > 24) buffer.set(source.subarray(from, to), length)
      else for (let index = from; index < to; index += 1) buffer[length + index - from] = source[index] ?? 0
      length += to - from
    },
    bytes: () => buffer.subarray(0, length),
  }
}

/** Reads what `number` wrote, one after another. */
export interface ByteReader {
  at: number
  readonly bytes: Uint8Array
}

export function readNumber(reader: ByteReader): number {
  const { bytes } = reader
  let byte = bytes[reader.at++] ?? 0
  let value = byte & 127
  for (let scale = 128; byte > 127; scale *= 128) {
    byte = bytes[reader.at++] ?? 0
    value += (byte & 127) * scale
  }
  return value
}

/** Places in a record, in order: each as twice the distance to the one before, and one more where another follows. */
export function writePlaces(writer: ByteWriter, places: readonly number[]): void {
  places.forEach((place, index) => {
    const distance = place - (places[index - 1] ?? 0)
    writer.number(distance * 2 + (index < places.length - 1 ? 1 : 0))
  })
}

export function skipPlaces(reader: ByteReader): void {
  reader.at = afterRecord(reader.bytes, reader.at)
}

/**
 * Where the places of so many records end; `view` is of the same bytes.
 *
 * Four bytes at once: where none has its high bit, each is a place, and an even one is the last of its record.
 */
export function stepOver(bytes: Uint8Array, view: DataView, from: number, records: number): number {
  let at = from
  let left = records
  while (left >= 4) {
    const four = view.getUint32(at)
    if ((four & 0x80808080) !== 0) {
      at = afterRecord(bytes, at)
      left -= 1
      continue
    }
    left -= Math.imul(~four & 0x01010101, 0x01010101) >>> 24
    at += 4
  }
  for (; left > 0; left -= 1) at = afterRecord(bytes, at)
  return at
}

function afterRecord(bytes: Uint8Array, from: number): number {
  let at = from
  for (let hasMore = true; hasMore; at += 1) {
    hasMore = ((bytes[at] ?? 0) & 1) === 1
    while ((bytes[at] ?? 0) > 127) at += 1
  }
  return at
}
