import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeNetstring, longestPayload, NetstringDecoder, readFrame } from './baresip-codec.ts'

function decodedInChunks(bytes: Buffer, sizes: readonly number[]) {
  const decoder = new NetstringDecoder()
  const payloads: string[] = []
  let garbled: string | null = null
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    const decoded = decoder.take(bytes.subarray(at, at + size))
    payloads.push(...decoded.payloads)
    garbled = decoded.garbled
    at += size
  }
  return { payloads, garbled }
}

const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 10 })

describe('a stream of frames', () => {
  it('gives the same frames however it was cut and joined', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 })), sizes, (payloads, cuts) => {
        const bytes = Buffer.concat(payloads.map(encodeNetstring))
        expect(decodedInChunks(bytes, cuts)).toEqual({ payloads, garbled: null })
      }),
    )
  })

  it('counts bytes, not letters', () => {
    expect(encodeNetstring('Müller').toString()).toBe('7:Müller,')
    expect(decodedInChunks(Buffer.from('7:Müller,0:,'), [3])).toEqual({ payloads: ['Müller', ''], garbled: null })
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), sizes, (bytes, cuts) => {
        const { payloads, garbled } = decodedInChunks(Buffer.from(bytes), cuts)
        expect(payloads.join('').length).toBeLessThanOrEqual(bytes.length)
        expect(garbled === null || garbled.length > 0).toBe(true)
      }),
    )
  })

  it.each([
    ['HTTP/1.1 400 Bad Request', 'no netstring length: "H"'],
    [':{}', 'no netstring length: ":"'],
    [`${longestPayload + 1}:`, `no netstring length: "${longestPayload + 1}:"`],
    ['99999999', 'no netstring length: "99999999"'],
    ['2:{}x', 'no comma behind a netstring'],
  ])('is garbled at %j', (text, garbled) => {
    expect(decodedInChunks(Buffer.from(`2:{},${text}`), [4])).toEqual({ payloads: ['{}'], garbled })
  })

  it('waits for the rest of a frame that is not whole', () => {
    expect(decodedInChunks(Buffer.from('5:{"a"'), [2])).toEqual({ payloads: [], garbled: null })
  })

  it('takes a frame of the greatest length', () => {
    const payload = 'x'.repeat(longestPayload)
    expect(decodedInChunks(encodeNetstring(payload), [65_536])).toEqual({ payloads: [payload], garbled: null })
  })
})

describe('a frame', () => {
  it('keeps an event whose fields are of the wrong type, without them', () => {
    const frame = readFrame('{"event":true,"type":"CALL_CLOSED","class":"call","id":"a","param":7,"direction":"sideways"}')
    expect(frame).toEqual({
      ok: true,
      value: { kind: 'event', event: { event: true, type: 'CALL_CLOSED', class: 'call', id: 'a' } },
    })
  })

  it.each([
    ['notjson', 'no JSON'],
    ['null', 'neither an event nor a response'],
    ['{"event":true}', 'neither an event nor a response'],
    ['{"response":true}', 'neither an event nor a response'],
  ])('cannot be read when it is %s', (payload, failure) => {
    expect(readFrame(payload)).toEqual({ ok: false, failure })
  })
})
