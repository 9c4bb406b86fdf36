import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packetLimit } from './packet-limit.ts'

const limit = 300

/** The fixed header of MQTT 3.1.1, 2.2.3, and as many bytes as it says. */
function packet(length: number): readonly number[] {
  const digits: number[] = []
  let rest = length
  do {
    digits.push((rest % 128) + (rest >= 128 ? 128 : 0))
    rest = Math.floor(rest / 128)
  } while (rest > 0)
  return [0x30, ...digits, ...Array.from({ length }, () => 0xff)]
}

function exceeds(bytes: readonly number[], cut: number): boolean {
  let exceeded = false
  const look = packetLimit(limit, () => {
    exceeded = true
  })
  for (let at = 0; at < bytes.length; at += cut) look(Uint8Array.from(bytes.slice(at, at + cut)))
  return exceeded
}

it('a stream is refused when one of its packets is too large, however the network cuts it', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 2 * limit }), { maxLength: 8 })
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 1000 }), (packets, cut) => {
      const bytes = packets.flatMap(packet)
      expect(exceeds(bytes, cut)).toBe(packets.some((length) => length > limit))
    }),
  )
})

it('a large packet is refused at its announcement, before its body has come', () => {
  expect(exceeds([0x30, 0xff, 0xff, 0x7f], 100)).toBe(true)
})

it('a length of more than four digits is refused', () => {
  expect(exceeds([0x30, 0x80, 0x80, 0x80, 0x80, 0x00], 100)).toBe(true)
})
