import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Call } from '../../../shared/call/call.ts'
import type { Log } from '../../log.ts'
import { ManualTimers } from '../../manual-timers.ts'
import { ListenerLog } from '../listener-log.ts'
import { longestPayload } from './baresip-codec.ts'
import { BaresipDialer } from './baresip-dialer.ts'
import { testBaresip } from './baresip-test.ts'
import { ScriptedPhone } from './scripted-phone.ts'

const incoming = {
  type: 'CALL_INCOMING',
  class: 'call',
  accountaor: 'sip:agent@127.0.0.1:5060',
  direction: 'incoming',
  peeruri: 'sip:bob@127.0.0.1:5070',
  peerdisplayname: 'Bob',
  id: 'abc',
}
const bobRinging = '\n--- Active calls (1) ---\n> [line 1]  0:00:00   INCOMING             sip:bob@127.0.0.1:5070\n\n'
const bobAnswered = bobRinging.replace('0:00:00   INCOMING', '0:01:05  ESTABLISHED')

let phone: ScriptedPhone
let timers: ManualTimers
let listener: ListenerLog
let dialer: BaresipDialer
let log: { readonly [level in keyof Log]: ReturnType<typeof vi.fn<Log[level]>> }

beforeEach(async () => {
  phone = await ScriptedPhone.open()
  timers = new ManualTimers()
  listener = new ListenerLog(timers)
  log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  dialer = dialerTo(phone.port)
})

afterEach(async () => {
  await dialer.stop()
  await phone.close()
})

function dialerTo(port: number): BaresipDialer {
  const address = { host: '127.0.0.1', port }
  return new BaresipDialer({ address, listener, clock: timers, timers, log, random: () => 0, exposure: async () => [] })
}

async function ready(known: readonly Call[] = []): Promise<void> {
  dialer.start(known)
  await listener.untilReady()
}

function lists(text: string | null): void {
  const { answers } = phone
  phone.answers = (command, params) => (command === 'listcalls' ? text : answers(command, params))
}

function states(): readonly string[] {
  return listener.shown.map(({ party, state, endCause }) => `${party.number} ${endCause ?? state}`)
}

async function retries(): Promise<void> {
  await listener.until(({ health }) => health?.state === 'retrying')
}

describe('a phone that talks nonsense', () => {
  it.each([
    ['is no baresip', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'no netstring length: "H"'],
    ['announces more than a mebibyte', `${longestPayload + 1}:{`, `no netstring length: "${longestPayload + 1}:"`],
    ['loses count of its bytes', '2:{}x', 'no comma behind a netstring'],
  ])('is left and tried again when it %s', async (_what, bytes, cause) => {
    await ready()
    phone.writes(bytes)
    await retries()
    expect(listener.health?.failure).toEqual({ kind: 'dialer.garbled', dialer: 'baresip', cause })
    timers.pass(500)
    await listener.untilReady()
  })

  it('is heard out when one frame cannot be read', async () => {
    await ready()
    phone.writes('7:notjson,2:{},')
    lists(bobRinging)
    phone.says(incoming)
    await listener.until(({ shown }) => shown.length === 1)
    expect(log.warn.mock.calls.map(([, facts]) => facts)).toEqual([
      { cause: 'no JSON', bytes: 7 },
      { cause: 'neither an event nor a response', bytes: 2 },
    ])
    expect(listener.health?.state).toBe('ready')
  })

  it('may send events that nobody knows', async () => {
    await ready()
    lists(bobRinging)
    phone.says({ type: 'CALL_TELEPORTED', class: 'call', id: 'zzz' })
    phone.says(incoming)
    await listener.until(({ shown }) => shown.length === 1)
    expect(log.debug.mock.calls).toEqual([['baresip sent an event of an unknown type', { type: 'CALL_TELEPORTED' }]])
    expect(states()).toEqual(['bob ringing'])
  })

  it('is left when its list of calls stays unreadable, and no call is ended for it', async () => {
    await ready()
    lists(bobRinging)
    phone.says(incoming)
    await listener.until(({ shown }) => shown.length === 1)
    lists('\n--- Active calls (2) ---\n\n')
    phone.says({ ...incoming, type: 'CALL_REMOTE_SDP' })
    await retries()
    expect(listener.health?.failure?.kind).toBe('dialer.garbled')
    expect(states()).toEqual(['bob ringing'])
  })

  it.each([
    ['<b onclick=x>Bob</b>', '<b onclick=x>Bob</b>'],
    ['Bob\u0000\u001b[31m\nBoss', 'Bob [31m Boss'],
    ['\u202Eecila', 'ecila'],
    ['x'.repeat(10_000), 'x'.repeat(120)],
  ])('may name the caller %j, and the agent reads one harmless line', async (peerdisplayname, name) => {
    await ready()
    phone.says({ ...incoming, peerdisplayname })
    await listener.until(({ shown }) => shown.length === 1)
    expect(listener.shown[0]?.party.name).toBe(name)
  })
})

describe('a phone that is away', () => {
  it('is tried again after half a second, then twice as long, up to ten seconds', async () => {
    await phone.close()
    const waits: number[] = []
    dialer.start([])
    for (let tries = 0; tries < 7; tries += 1) {
      await listener.until(({ healths }) => healths.filter(({ state }) => state === 'retrying').length === tries + 1)
      waits.push((listener.health?.retryAt ?? 0) - timers.now().mono)
      timers.pass(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
    expect(listener.healths.find(({ state }) => state === 'retrying')?.failure).toEqual({
      kind: 'dialer.unreachable',
      dialer: 'baresip',
      host: '127.0.0.1',
      port: phone.port,
      cause: expect.stringContaining('ECONNREFUSED'),
    })
    phone = await ScriptedPhone.open()
  })

  it('leaves its calls uncertain, and they are the same calls when it is back', async () => {
    await ready()
    lists(bobRinging)
    phone.says(incoming)
    await listener.until(({ shown }) => shown.length === 1)
    phone.hangsUpOnTheClient()
    await retries()
    expect(listener.uncertainties).toBe(1)
    timers.pass(500)
    await listener.untilReady()
    expect(listener.reconciliations).toEqual([[], ['abc']])
    expect(states()).toEqual(['bob ringing'])
  })

  it('is silent when it takes the connection and answers nothing', async () => {
    lists(null)
    const asked = vi.waitUntil(() => phone.commands.length === 2)
    dialer.start([])
    await asked
    timers.pass(2_999)
    expect(listener.health?.state).toBe('connecting')
    timers.pass(1)
    await retries()
    expect(listener.health?.failure).toEqual({ kind: 'dialer.silent', dialer: 'baresip', waitedMs: 3_000 })
  })

  it('is taken when it throws us off twice in a row without a word', async () => {
    phone.greets = (client) => client.end()
    dialer.start([])
    await retries()
    expect(listener.health?.failure?.kind).toBe('dialer.unreachable')
    timers.pass(500)
    await listener.until(({ health }) => health?.failure?.kind === 'dialer.taken')
    expect(listener.health?.failure).toEqual({ kind: 'dialer.taken', dialer: 'baresip', host: '127.0.0.1', port: phone.port })
  })

  it('is off, not retried, once it was switched off', async () => {
    await ready()
    await dialer.stop()
    timers.pass(60_000)
    expect(listener.health?.state).toBe('off')
    expect(await dialer.command('hangUp', 'abc')).toEqual({ ok: false, failure: { kind: 'dialer.off', dialer: 'baresip' } })
  })
})

describe('a call that was there before the companion', () => {
  const known: Call = {
    ...{ id: 'baresip:abc', dialer: 'baresip', direction: 'incoming', party: { name: 'Bob', number: 'bob' }, state: 'live' },
    ...{ endCause: null, consultFor: null, certain: false, startedAt: 0, endedAt: null },
    ...{ answeredAt: 1_800_000_000_000 - 60_000 },
    ring: { collected: 0, runningSince: null },
    talk: { collected: 0, runningSince: null },
    hold: { collected: 0, runningSince: null },
    afterCall: { collected: 0, runningSince: null },
  }

  it('keeps its id when the phone still has it', async () => {
    lists(bobAnswered)
    await ready([known])
    expect([listener.reconciliations, listener.reports]).toEqual([[['abc']], []])
  })

  it('is another call when the one on the phone is younger', async () => {
    lists(bobAnswered)
    await ready([{ ...known, answeredAt: 1_800_000_000_000 - 600_000 }])
    expect(listener.reconciliations[0]).not.toContain('abc')
    expect(listener.reports.map(({ type, alreadyAnsweredFor }) => [type, alreadyAnsweredFor])).toEqual([
      ['call.answered', 65_000],
    ])
  })

  it('is found with the time it has been answered for, and keeps its ref when the phone names it', async () => {
    lists(bobAnswered)
    await ready()
    expect(listener.shown.map(({ answeredAt }) => answeredAt)).toEqual([1_800_000_000_000 - 65_000])
    phone.says({ ...incoming, type: 'CALL_CLOSED', param: 'Connection reset by peer' })
    await listener.until(({ shown }) => shown[0]?.state === 'ended')
    expect(states()).toEqual(['bob caller-hung-up'])
  })
})

describe('a command', () => {
  async function ringing(): Promise<void> {
    await ready()
    lists(bobRinging)
    phone.says(incoming)
    await listener.until(({ shown }) => shown.length === 1)
  }

  it('selects its call before it is given', async () => {
    await ringing()
    expect(await dialer.command('hangUp', 'abc')).toEqual({ ok: true, value: null })
    expect(phone.commands.filter((text) => !/reginfo|listcalls|help/.test(text))).toEqual([
      'callfind abc',
      'callfind abc',
      'hangup',
    ])
  })

  it('is not given when the phone does not find the call', async () => {
    await ringing()
    phone.answers = (command) => (command === 'callfind' ? 'call not found (id=abc)\n' : bobRinging)
    expect(await dialer.command('hangUp', 'abc')).toEqual({
      ok: false,
      failure: { kind: 'dialer.noSuchCall', dialer: 'baresip' },
    })
    expect(phone.commands).not.toContain('hangup')
  })

  it('that the phone refuses comes back with its words', async () => {
    await ringing()
    const { answers } = phone
    phone.answers = (command, params) => (command === 'hold' ? 'command not found (hold)\n' : answers(command, params))
    expect(await dialer.command('hold', 'abc')).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'baresip', said: 'command not found (hold)' },
    })
  })

  it('makes no call answered: only the connected line does', async () => {
    await ringing()
    expect(await dialer.command('answer', 'abc')).toEqual({ ok: true, value: null })
    expect(states()).toEqual(['bob ringing'])
  })
})

describe('a call that goes out', () => {
  const outgoing = '\n--- Active calls (1) ---\n> [line 1]  0:00:00   OUTGOING             sip:+37255500142@127.0.0.1:5060\n\n'

  function dialsOnOrder(): void {
    const { answers } = phone
    phone.answers = (command, params) => {
      if (command === 'dial') lists(outgoing)
      return answers(command, params)
    }
  }

  it('is dialled at the agent’s own account, without what only helps the eye', async () => {
    await ready()
    dialsOnOrder()
    expect(await dialer.call('+372 5550-0142')).toEqual({ ok: true, value: null })
    expect(phone.commands).toContain('dial sip:+37255500142@127.0.0.1:5060')
    expect(listener.shown.map(({ direction }) => direction)).toEqual(['outgoing'])
    expect(states()).toEqual(['+37255500142 dialling'])
  })

  it('is not claimed when the phone says ok and dials nobody', async () => {
    await ready()
    expect(await dialer.call('200')).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'baresip', said: 'sip:200@127.0.0.1:5060' },
    })
  })

  it('is believed when it was over before a list could show it', async () => {
    await ready()
    const { answers } = phone
    phone.answers = (command, params) => {
      const closed = { type: 'CALL_CLOSED', class: 'call', direction: 'outgoing', peeruri: 'sip:200@127.0.0.1:5060', id: 'x' }
      if (command === 'dial') phone.says({ ...closed, param: '486 Busy Here' })
      return answers(command, params)
    }
    expect(await dialer.call('200')).toEqual({ ok: true, value: null })
    expect(states()).toEqual(['200 busy'])
  })

  it('is refused while somebody rings or is on the line, whom the phone would put on hold', async () => {
    lists(bobRinging)
    await ready()
    expect(await dialer.call('200')).toEqual({ ok: false, failure: { kind: 'dialer.busy', dialer: 'baresip' } })
    expect(phone.commands.some((text) => text.startsWith('dial'))).toBe(false)
  })

  it('is made once when it is ordered twice', async () => {
    await ready()
    dialsOnOrder()
    const [first, second] = await Promise.all([dialer.call('+37255500142'), dialer.call('+37255500142')])
    expect([first.ok, second]).toEqual([true, { ok: false, failure: { kind: 'dialer.busy', dialer: 'baresip' } }])
    expect(phone.commands.filter((text) => text.startsWith('dial'))).toEqual(['dial sip:+37255500142@127.0.0.1:5060'])
  })

  it.each(['', ' ', 'Ana Sild', 'sip:', '200\nquit', '1'.repeat(65)])('is never made to %j', async (number) => {
    await ready()
    expect(await dialer.call(number)).toEqual({
      ok: false,
      failure: { kind: 'dialer.notDiallable', dialer: 'baresip', number },
    })
    expect(phone.commands.some((text) => text.startsWith('dial'))).toBe(false)
  })

  it('is not made by a phone that is away', async () => {
    await ready()
    phone.hangsUpOnTheClient()
    await retries()
    expect((await dialer.call('200')).ok).toBe(false)
  })
})

describe('a connection test', () => {
  const deps = () => ({ clock: timers, log, timers })

  it('asks the connection there is, because a second one would throw it off', async () => {
    await ready()
    const found = await testBaresip({ enabled: true, host: '127.0.0.1', port: phone.port }, dialer, deps())
    expect(found).toEqual({
      ok: true,
      value: { dialer: 'baresip', accounts: ['sip:agent@127.0.0.1:5060'], callsNow: 0, warnings: [] },
    })
    expect(listener.uncertainties).toBe(0)
  })

  it('looks once where there is no connection', async () => {
    lists(bobRinging)
    const found = await testBaresip({ enabled: true, host: '127.0.0.1', port: phone.port }, undefined, deps())
    expect(found).toEqual({
      ok: true,
      value: { dialer: 'baresip', accounts: ['sip:agent@127.0.0.1:5060'], callsNow: 1, warnings: [] },
    })
  })

  it('says why it found nothing', async () => {
    phone.greets = (client) => client.end('hello')
    const found = await testBaresip({ enabled: true, host: '127.0.0.1', port: phone.port }, undefined, deps())
    expect(found).toEqual({
      ok: false,
      failure: { kind: 'dialer.garbled', dialer: 'baresip', cause: 'no netstring length: "h"' },
    })
  })
})
