import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  briefMessage,
  followUpMessage,
  messageLimit,
  presenceMessage,
  readMessage,
  receiptMessage,
  withdrawalMessage,
} from './team-messages.ts'

const schemas = [presenceMessage, briefMessage, receiptMessage, withdrawalMessage, followUpMessage]
/** Of one part, as `brief.ts` has it. */
const longestPart = 2000
const briefId = '00000000-0000-4000-8000-000000000000'
const part = fc.string({ maxLength: longestPart, unit: 'binary' })

function briefOf(text: string) {
  const parts = ['headline', 'tone', 'situation', 'background', 'tried', 'request', 'avoid', 'readBack'] as const
  const person = { id: 'ana', name: text.slice(0, 500) }
  const caller = { name: text.slice(0, 500), number: text.slice(0, 500), verified: 'unknown' }
  const written = Object.fromEntries(parts.map((name) => [name, text]))
  return { id: briefId, from: person, to: { id: 'mia', name: 'Mia' }, topic: '', caller, ...written }
}

describe('a message of the team', () => {
  it('is read as itself or refused with a reason, whatever the bytes say, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom(...schemas), (text, schema) => {
        const read = readMessage(schema, text)
        expect(read.ok || read.failure.kind.startsWith('message.')).toBe(true)
      }),
    )
  })

  it('of the longest parts fits, and reads the same when it is sent on', () => {
    fc.assert(
      fc.property(part, (text) => {
        const once = readMessage(briefMessage, JSON.stringify({ v: 1, brief: briefOf(text) }))
        if (!once.ok) return expect(once.failure.kind).toBe('message.tooLarge')
        expect(readMessage(briefMessage, JSON.stringify(once.value))).toEqual(once)
      }),
      { numRuns: 50 },
    )
    const longest = JSON.stringify({ v: 1, brief: briefOf('w'.repeat(longestPart)) })
    expect(longest.length).toBeLessThan(messageLimit)
  })

  it('carries no control characters and no change of direction into a window', () => {
    const read = readMessage(
      receiptMessage,
      JSON.stringify({ v: 1, briefId, stage: 'declined', reason: 'busy\u0007\u202Eyllaer\u2028' }),
    )
    expect(read).toEqual({
      ok: true,
      value: { v: 1, briefId, stage: 'declined', reason: 'busy  yllaer\u2028', followUp: null },
    })
  })

  it('of another version is known as such before anything else of it is looked at', () => {
    expect(readMessage(withdrawalMessage, JSON.stringify({ v: 2, anything: true }))).toEqual({
      ok: false,
      failure: { kind: 'message.otherVersion', version: 2 },
    })
  })

  it('never says that a clock runs backwards or for more than ten years', () => {
    const person = { id: 'mia', name: 'Mia', role: 'manager', topics: [], number: '' }
    const presence = (forMs: number) => JSON.stringify({ v: 1, person, availability: 'available', forMs })
    const problems = [-1, 0.5, 1e15].map((forMs) => readMessage(presenceMessage, presence(forMs)).ok)
    expect(problems).toEqual([false, false, false])
  })
})
