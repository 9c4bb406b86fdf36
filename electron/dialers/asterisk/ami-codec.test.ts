import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AmiDecoder, type AmiMessage, encodeAction, longestLine, mostLines } from './ami-codec.ts'

const banner = 'Asterisk Call Manager/9.0.0\r\n'

function decoded(...chunks: readonly (string | Uint8Array)[]) {
  const decoder = new AmiDecoder()
  const messages: AmiMessage[] = []
  let garbled: string | null = null
  for (const chunk of chunks) {
    const step = decoder.take(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    messages.push(...step.messages)
    garbled = step.garbled
  }
  return { messages, garbled }
}

const key = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,20}$/)
const value = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/\p{Cc}/gu, '').trim())
const message = fc.uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 8, selector: ([name]) => name })

describe('a stream of messages', () => {
  it('is the same messages however its bytes were split on the way', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.nat(400), { maxLength: 12 }), (messages, cuts) => {
        const bytes = Buffer.from(banner + messages.map((fields) => encodeAction(Object.fromEntries(fields))).join(''))
        const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((one, other) => one - other), bytes.length]
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
        expect(decoded(...chunks)).toEqual({ messages: messages.map((fields) => Object.fromEntries(fields)), garbled: null })
      }),
    )
  })

  it('keeps the first of a key that comes twice, and passes over lines that are none', () => {
    expect(decoded(banner, 'Event: Hangup\r\nno colon here\r\nCause: 16\r\nCause: 17\r\n\r\n\r\n')).toEqual({
      messages: [{ Event: 'Hangup', Cause: '16' }],
      garbled: null,
    })
  })

  it.each([
    ['is of another program', ['HTTP/1.1 400 Bad Request\r\n'], 'no Asterisk: "HTTP/1.1 400 Bad Request"'],
    ['has a line without an end', [banner, `Event: ${'x'.repeat(longestLine + 1)}`], 'a line without an end'],
    ['has a line that is too long', [banner, `Event: ${'x'.repeat(longestLine)}\r\n`], 'a line without an end'],
    ['has a message without an end', [banner, 'Variable: x\r\n'.repeat(mostLines + 1)], 'a message without an end'],
  ])('is given up when it %s', (_what, chunks, garbled) => {
    expect(decoded(...chunks, 'Event: Hangup\r\n\r\n')).toEqual({ messages: [], garbled })
  })
})

it('an action has as many lines as fields, whatever is in them', () => {
  fc.assert(
    fc.property(fc.dictionary(key, fc.string({ unit: 'binary' }), { minKeys: 1, maxKeys: 6 }), (fields) => {
      const lines = encodeAction(fields).split('\r\n')
      expect(lines.length).toBe(Object.keys(fields).length + 2)
      expect(lines.join('')).not.toMatch(/\p{Cc}/u)
    }),
  )
})

it('a number with a line break in it cannot add an action', () => {
  expect(encodeAction({ Action: 'BlindTransfer', Exten: '200\r\n\r\nAction: Originate' })).toBe(
    'Action: BlindTransfer\r\nExten: 200Action: Originate\r\n\r\n',
  )
})
