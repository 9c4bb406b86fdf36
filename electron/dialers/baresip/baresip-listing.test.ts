import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListedCall, readAccounts, readCurrentCall, readListing } from './baresip-listing.ts'

const states = { ringing: 'INCOMING', dialling: 'OUTGOING', early: 'EARLY', answered: 'ESTABLISHED' } as const

function printed(calls: readonly ListedCall[]): string {
  const lines = calls.map(({ current, line, id, answeredFor, phase, onHold, peer }) => {
    const seconds = answeredFor / 1000
    const two = (count: number) => String(count % 60).padStart(2, '0')
    const duration = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}`
    const name = id === null ? `line ${line}` : `line ${line}, id ${id}`
    return `${current ? '>' : ' '} [${name}]  ${duration}  ${states[phase].padStart(9)}  ${onHold ? '(on hold)' : '         '}  ${peer}\n`
  })
  return `\n--- Active calls (${calls.length}) ---\n${lines.join('')}\n`
}

const listedCall = fc.record({
  account: fc.constant('sip:agent@127.0.0.1'),
  line: fc.integer({ min: 1, max: 256 }),
  id: fc.option(fc.stringMatching(/^[0-9a-f]{16}$/)),
  current: fc.boolean(),
  phase: fc.constantFrom('ringing', 'dialling', 'early', 'answered'),
  answeredFor: fc.integer({ min: 0, max: 400_000 }).map((seconds) => seconds * 1000),
  onHold: fc.boolean(),
  peer: fc.stringMatching(/^sip:[a-z0-9+ü()][a-z0-9+ü() ]{0,20}@127\.0\.0\.1(:\d{4})?$/),
})

describe('a list of calls', () => {
  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(fc.array(listedCall, { maxLength: 5 }), (calls) => {
        expect(readListing(printed(calls), 'sip:agent@127.0.0.1')).toEqual(calls)
      }),
    )
  })

  it('names its accounts in newer versions', () => {
    const text =
      '\nUser-Agent: ana@127.0.0.1\n--- Active calls (1) ---\n> [line 1, id abc]  0:00:02  ESTABLISHED             sip:bob@127.0.0.1\n\n\nUser-Agent: ben@127.0.0.1\n--- Active calls (0) ---\n\n'
    expect(readListing(text)?.map(({ account, id }) => [account, id])).toEqual([['sip:ana@127.0.0.1', 'abc']])
  })

  it('is no list when a line of it is missing or cannot be read', () => {
    expect(readListing('\n--- Active calls (2) ---\n> [line 1]  0:00:02  ESTABLISHED             sip:bob@127.0.0.1\n\n')).toBe(
      null,
    )
    expect(readListing('\n--- Active calls (1) ---\nsomething new\n')).toBe(null)
    expect(readListing('command not found (listcalls)\n')).toBe(null)
  })

  it('is empty when there are no calls, in either wording', () => {
    expect(readListing('\n--- Active calls (0) ---\n\n')).toEqual([])
    expect(readListing('\n--- No active calls ---\n')).toEqual([])
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => readListing(text) === null || text.includes('ctive calls')))
  })
})

describe('the accounts', () => {
  it('are read without the colours of their registration', () => {
    const text =
      '\n--- User Agents (2) ---\n> sip:agent@127.0.0.1:5060                  \n  sip:reg1@127.0.0.1:5098                    \u001b[32mOK \u001b[;m  Expires 60s\n\n'
    expect(readAccounts(text)).toEqual([
      { aor: 'sip:agent@127.0.0.1:5060', current: true },
      { aor: 'sip:reg1@127.0.0.1:5098', current: false },
    ])
  })
})

describe('the current call', () => {
  it('is read with its id and its peer', () => {
    const text =
      '\n===== Call debug (ESTABLISHED) =====\n local_uri: agent <sip:agent@127.0.0.1:5060>\n peer_uri:  customer <sip:customer@127.0.0.1:5070>\n af=AF_INET id=968a7186d59ff28a\n direction: Incoming\n'
    expect(readCurrentCall(text)).toEqual({ id: '968a7186d59ff28a', peer: 'sip:customer@127.0.0.1:5070' })
  })

  it('is none when the phone has none', () => {
    expect(readCurrentCall('command not found (callstat)')).toBe(null)
  })
})
