/**
 * Looks at the bytes of an MQTT stream as they pass, and says so once a packet is announced that is larger than `limit` bytes.
 *
 * A packet names its length in its first five bytes, a kind and up to four digits of seven bits, lowest first (MQTT 3.1.1,
 * 2.2.3), so that nothing of it has to be kept to know.
 */
export function packetLimit(limit: number, exceeded: () => void): (chunk: Uint8Array) => void {
  let toSkip = 0
  let length = 0
  let place = 0

  return (chunk) => {
    let at = 0
    while (at < chunk.length) {
      if (toSkip > 0) {
        const skipped = Math.min(toSkip, chunk.length - at)
        toSkip -= skipped
        at += skipped
        continue
      }
      const byte = chunk[at] ?? 0
      at += 1
      if (place > 0) length += (byte & 127) * 128 ** (place - 1)
      place += 1
      if (length > limit || place > 5) return exceeded()
      if (place > 1 && byte < 128) {
        toSkip = length
        length = 0
        place = 0
      }
    }
  }
}
