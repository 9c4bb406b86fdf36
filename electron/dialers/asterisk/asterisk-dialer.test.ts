import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Call } from '../../../shared/call/call.ts'
import type { Log } from '../../log.ts'
import { ManualTimers } from '../../manual-timers.ts'
import { ListenerLog } from '../listener-log.ts'
import { AmiServer, secret, user } from './ami-server.ts'
import { AsteriskDialer } from './asterisk-dialer.ts'
import { testAsterisk } from './asterisk-test.ts'
import {
  agent,
  calleeAnswers,
  caller,
  colleagueAnswers,
  colleagueIsDialled,
  device,
  dialling,
  isAnswered,
  leg,
  ordered,
  ownPhoneIsPickedUp,
  ownPhoneRings,
  pbx,
  rings,
} from './pbx-story.ts'

let server: AmiServer
let timers: ManualTimers
let listener: ListenerLog
let dialer: AsteriskDialer
let log: { readonly [level in keyof Log]: ReturnType<typeof vi.fn<Log[level]>> }

beforeEach(async () => {
  server = await AmiServer.open()
  timers = new ManualTimers()
  listener = new ListenerLog(timers)
  log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  dialer = dialerWith({})
})

afterEach(async () => {
  await dialer.stop()
  await server.close()
})

function settings(more: Partial<ConstructorParameters<typeof AsteriskDialer>[0]['settings']> = {}) {
  return { enabled: true, host: '127.0.0.1', port: server.port, user, channel: device, context: 'from-internal', ...more }
}

function dialerWith(more: Parameters<typeof settings>[0], key: string | null = secret): AsteriskDialer {
  return new AsteriskDialer({ settings: settings(more), secret: key, listener, clock: timers, timers, log, random: () => 0 })
}

async function ready(known: readonly Call[] = []): Promise<void> {
  dialer.start(known)
  await listener.untilReady()
}

function states(): readonly string[] {
  return listener.shown.map(({ party, state, endCause }) => `${party.name || party.number} ${endCause ?? state}`)
}

async function shows(...expected: readonly string[]): Promise<void> {
  await listener.until(() => states().join() === expected.join())
}

async function live(): Promise<void> {
  await ready()
  server.says(...rings, ...isAnswered)
  await shows('Marta Kask live')
}

async function consulting(): Promise<void> {
  await live()
  server.answers = ({ Action }) => {
    if (Action === 'Atxfer') setImmediate(() => server.says(...colleagueIsDialled))
    return { Response: 'Success', Message: 'Atxfer successfully queued' }
  }
  expect(await dialer.dial('consult', agent.id, '200')).toEqual({ ok: true, value: null })
  await shows('Marta Kask held', '200 dialling')
}

describe('a login', () => {
  it('proves the secret without sending it, and takes the events of calls only', async () => {
    await ready()
    expect(server.received).toContain('Events: call')
    expect(server.received).not.toContain(secret)
    expect(JSON.stringify([log.info.mock.calls, log.warn.mock.calls])).not.toContain(secret)
  })

  it('with a wrong secret is tried again only after a minute', async () => {
    dialer = dialerWith({}, 'wrong')
    dialer.start([])
    await listener.until(({ health }) => health?.state === 'retrying')
    expect(listener.health?.failure).toEqual({ kind: 'dialer.refused', dialer: 'asterisk', said: 'Authentication failed' })
    expect((listener.health?.retryAt ?? 0) - timers.now().mono).toBe(60_000)
  })

  it('beside another of the same user, where only one is allowed, says that it is taken', async () => {
    await ready()
    server.oneLoginOnly = true
    const second = new ListenerLog(timers)
    const rival = new AsteriskDialer({
      settings: settings(),
      secret,
      listener: second,
      clock: timers,
      timers,
      log,
      random: () => 0,
    })
    rival.start([])
    await second.until(({ health }) => health?.state === 'retrying')
    expect(second.health?.failure).toEqual({ kind: 'dialer.taken', dialer: 'asterisk', host: '127.0.0.1', port: server.port })
    expect(listener.health?.state).toBe('ready')
    await rival.stop()
  })

  it.each([
    ['user', { user: '' }, secret],
    ['secret', {}, null],
    ['channel', { channel: '' }, secret],
  ] as const)('without a %s is not tried', (missing, more, key) => {
    dialer = dialerWith(more, key)
    dialer.start([])
    expect(listener.health?.failure).toEqual({ kind: 'dialer.notConfigured', dialer: 'asterisk', missing })
    expect(server.received).toBe('')
  })

  it('at another program is given up as garbled', async () => {
    server.banner = 'HTTP/1.1 400 Bad Request\r\n\r\n'
    dialer.start([])
    await listener.until(({ health }) => health?.state === 'retrying')
    expect(listener.health?.failure?.kind).toBe('dialer.garbled')
  })

  it('of a user who may not list the channels says what Asterisk said', async () => {
    server.answers = ({ Action }) =>
      Action === 'CoreShowChannels' ? { Response: 'Error', Message: 'Permission denied' } : { Response: 'Success' }
    dialer.start([])
    await listener.until(({ health }) => health?.state === 'retrying')
    expect(listener.health?.failure).toEqual({ kind: 'dialer.refused', dialer: 'asterisk', said: 'Permission denied' })
  })
})

describe('the agent’s own calls', () => {
  it('are followed, whatever pieces the events come in', async () => {
    await ready()
    const text = [...rings, ...isAnswered].map((event) => lines(event)).join('')
    for (const piece of text.match(/[\s\S]{1,37}/g) ?? []) server.writes(piece)
    await shows('Marta Kask live')
  })

  it('end as lost when they ended unseen, and those found are shown with their time', async () => {
    await live()
    server.channels = [pbx.listed(dialling, 'Up', { Duration: '00:01:05', Application: 'Dial', BridgeId: 'b' })]
    server.hangsUpOnEverybody()
    await listener.until(({ uncertainties }) => uncertainties === 1)
    expect(states()).toEqual(['Marta Kask live'])
    timers.pass(500)
    await listener.untilReady()
    expect(states()).toEqual(['Marta Kask lost', '300 live'])
    expect(listener.shown[1]?.talk.collected).toBe(65_000)
    expect(listener.reconciliations.at(-1)).toEqual([dialling.id])
  })

  it('are known again after the companion was restarted', async () => {
    await live()
    const known = listener.shown
    await dialer.stop()
    server.channels = [pbx.listed(agent, 'Up', { Duration: '00:00:10', BridgeId: 'home' })]
    listener = new ListenerLog(timers, known)
    dialer = dialerWith({})
    await ready(known)
    expect([listener.reports, states()]).toEqual([[], ['Marta Kask live']])
    await dialer.command('hangUp', agent.id)
    expect(server.actions).toEqual([{ Action: 'Hangup', Channel: agent.name }])
  })

  it('stay when Asterisk falls silent, and the line is opened again', async () => {
    await live()
    server.answers = () => null
    timers.pass(15_000)
    await vi.waitFor(() => expect(server.received).toContain('Action: Ping'))
    timers.pass(5_000)
    await listener.until(({ health }) => health?.state === 'retrying')
    expect(listener.health?.failure).toEqual({ kind: 'dialer.silent', dialer: 'asterisk', waitedMs: 5_000 })
    expect(states()).toEqual(['Marta Kask live'])
  })
})

describe('a consultation', () => {
  it('is dialled on the agent’s channel, and the caller waits', async () => {
    await consulting()
    expect(server.actions).toEqual([{ Action: 'Atxfer', Channel: agent.name, Exten: '200', Context: 'from-internal' }])
    expect(listener.shown.map(({ consultFor }) => consultFor)).toEqual([null, `asterisk:${agent.id}`])
  })

  it('that is cancelled gives the caller back', async () => {
    await consulting()
    expect(await dialer.command('cancelConsult', agent.id)).toEqual({ ok: true, value: null })
    server.says(pbx.hangup(leg, '16'), pbx.bridgeEnter(agent, 'home'))
    await shows('Marta Kask live', '200 cancelled')
    expect(server.actions.at(-1)).toEqual({ Action: 'CancelAtxfer', Channel: agent.name })
  })

  it('joins caller and colleague once the colleague has answered, and not before', async () => {
    await consulting()
    expect(await dialer.command('completeTransfer', agent.id)).toEqual({
      ok: false,
      failure: { kind: 'dialer.cannot', dialer: 'asterisk' },
    })
    server.says(...colleagueAnswers)
    await shows('Marta Kask held', '200 live')
    await dialer.command('completeTransfer', agent.id)
    expect(server.actions.at(-1)).toEqual({ Action: 'Hangup', Channel: agent.name })
    server.says(pbx.attendedTransfer(agent, agent), pbx.hangup(agent, '16'))
    await shows('Marta Kask transferred', '200 transferred')
  })

  it('is never ended by hanging up on the caller, which would join them', async () => {
    await consulting()
    expect(await dialer.command('hangUp', agent.id)).toEqual({
      ok: false,
      failure: { kind: 'dialer.cannot', dialer: 'asterisk' },
    })
    expect(server.actions.map(({ Action }) => Action)).toEqual(['Atxfer'])
  })

  it('that Asterisk says ok to and does not begin is not claimed', async () => {
    await live()
    const asked = dialer.dial('consult', agent.id, '200')
    await vi.waitFor(() => expect(server.actions.length).toBe(1))
    timers.pass(4_000)
    timers.pass(4_000)
    expect(await asked).toEqual({ ok: false, failure: { kind: 'dialer.silent', dialer: 'asterisk', waitedMs: 8_000 } })
    expect(states()).toEqual(['Marta Kask live'])
  })

  it('that Asterisk refuses comes back with its words', async () => {
    await live()
    server.answers = () => ({ Response: 'Error', Message: 'No attended transfer feature found' })
    expect(await dialer.dial('consult', agent.id, '200')).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'asterisk', said: 'No attended transfer feature found' },
    })
  })
})

it.each(['', 'ana', '+49301', '200\r\nAction: Originate'])(
  'nobody is consulted at %j, which is no row of digits',
  async (number) => {
    await live()
    expect(await dialer.dial('consult', agent.id, number)).toEqual({
      ok: false,
      failure: { kind: 'dialer.notDiallable', dialer: 'asterisk', number },
    })
    expect(server.actions).toEqual([])
  },
)

it('a caller is sent on unannounced on the agent’s channel, and the record says so', async () => {
  await live()
  expect(await dialer.dial('transferBlind', agent.id, '+49 (30) 200')).toEqual({ ok: true, value: null })
  server.says(pbx.blindTransfer(agent, 'Success'), pbx.hangup(agent, '16'))
  await shows('Marta Kask transferred')
  expect(server.actions).toEqual([{ Action: 'BlindTransfer', Channel: agent.name, Exten: '+4930200', Context: 'from-internal' }])
})

describe('a call that goes out', () => {
  /** Asterisk begins what it is asked for, with the channel id that it was given. */
  function begins(): { own: ReturnType<typeof ordered> } {
    const seen = { own: ordered('', '') }
    server.answers = ({ ChannelId = '', Exten = '' }) => {
      seen.own = ordered(ChannelId, Exten)
      setImmediate(() => server.says(...ownPhoneRings(seen.own)))
      return { Response: 'Success', Message: 'Originate successfully queued' }
    }
    return seen
  }

  it('rings the agent’s own phone first, and is one call to the one who was called', async () => {
    await ready()
    const seen = begins()
    expect(await dialer.call('+372 5550-0142')).toEqual({ ok: true, value: null })
    expect(server.actions).toEqual([
      {
        ...{ Action: 'Originate', Channel: device, Exten: '+37255500142', Context: 'from-internal', Priority: '1' },
        ...{ CallerID: '101', Timeout: '30000', Async: 'true', ChannelId: seen.own.id },
      },
    ])
    await shows('+37255500142 dialling')
    server.says(...ownPhoneIsPickedUp(seen.own), ...calleeAnswers(seen.own))
    await shows('+37255500142 live')
    expect(listener.shown.map(({ direction }) => direction)).toEqual(['outgoing'])
    server.answers = () => ({ Response: 'Success' })
    await dialer.command('hangUp', seen.own.id)
    server.says(pbx.hangup(seen.own, '16'))
    await shows('+37255500142 agent-hung-up')
  })

  it('that never begins is not claimed', async () => {
    await ready()
    const asked = dialer.call('200')
    await vi.waitFor(() => expect(server.actions.length).toBe(1))
    timers.pass(8_000)
    expect(await asked).toEqual({ ok: false, failure: { kind: 'dialer.silent', dialer: 'asterisk', waitedMs: 8_000 } })
    expect(states()).toEqual([])
  })

  it.each([
    ['that is not registered', '0', 'dialer.ownPhoneAway'],
    ['that is congested', '8', 'dialer.ownPhoneAway'],
    ['that is busy', '5', 'dialer.busy'],
  ])('on a phone %s fails at once, whether the order is answered before or after', async (_, reason, kind) => {
    await ready()
    for (const isSaidFirst of [true, false]) {
      server.answers = ({ ChannelId = '' }) => {
        const says = () => server.says(pbx.originateResponse(ChannelId, reason))
        if (isSaidFirst) says()
        else setImmediate(says)
        return { Response: 'Success', Message: 'Originate successfully queued' }
      }
      expect(await dialer.call('200')).toEqual({ ok: false, failure: { kind, dialer: 'asterisk' } })
    }
    expect(states()).toEqual([])
  })

  it('fails by no order of another program, and by no success', async () => {
    await ready()
    server.answers = ({ ChannelId = '', Exten = '' }) => {
      setImmediate(() => {
        server.says(pbx.originateResponse('monitor-1', '0'), pbx.originateResponse(ChannelId, '4', 'Success'))
        server.says(...ownPhoneRings(ordered(ChannelId, Exten)))
      })
      return { Response: 'Success', Message: 'Originate successfully queued' }
    }
    expect(await dialer.call('200')).toEqual({ ok: true, value: null })
    await shows('200 dialling')
  })

  it('that the user may not make comes back with Asterisk’s words', async () => {
    await ready()
    server.answers = () => ({ Response: 'Error', Message: 'Permission denied' })
    expect(await dialer.call('200')).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'asterisk', said: 'Permission denied' },
    })
  })

  it('is refused while somebody is on the line', async () => {
    await live()
    expect(await dialer.call('200')).toEqual({ ok: false, failure: { kind: 'dialer.busy', dialer: 'asterisk' } })
    expect(server.actions).toEqual([])
  })

  it.each(['', 'Ana Sild', 'sip:ana@example.org', '200\r\nAction: Command'])('is never made to %j', async (number) => {
    await ready()
    expect(await dialer.call(number)).toEqual({
      ok: false,
      failure: { kind: 'dialer.notDiallable', dialer: 'asterisk', number },
    })
    expect(server.actions).toEqual([])
  })
})

it('a call that is gone is not touched, and neither is another', async () => {
  await live()
  server.says(pbx.hangup(caller, '16'), pbx.hangup(agent, '16'))
  await shows('Marta Kask caller-hung-up')
  expect(await dialer.command('hangUp', agent.id)).toEqual({
    ok: false,
    failure: { kind: 'dialer.noSuchCall', dialer: 'asterisk' },
  })
  expect(server.actions).toEqual([])
})

it('what only the phone can do is said to be so', async () => {
  await live()
  expect(await dialer.command('hold', agent.id)).toEqual({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'asterisk' } })
})

describe('a connection test', () => {
  it('says whose channel it looks at and how many calls it has now', async () => {
    server.channels = [pbx.listed(agent, 'Up'), pbx.listed(caller, 'Up')]
    expect(await testAsterisk(settings(), secret, { log, timers })).toEqual({
      ok: true,
      value: { dialer: 'asterisk', accounts: [device], callsNow: 1, warnings: [] },
    })
  })

  it('with a wrong secret says what Asterisk said', async () => {
    expect(await testAsterisk(settings(), 'wrong', { log, timers })).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'asterisk', said: 'Authentication failed' },
    })
  })

  it('without a secret asks for one', async () => {
    expect(await testAsterisk(settings(), null, { log, timers })).toEqual({
      ok: false,
      failure: { kind: 'dialer.notConfigured', dialer: 'asterisk', missing: 'secret' },
    })
  })
})

function lines(event: Readonly<Record<string, string>>): string {
  return `${Object.entries(event)
    .map(([key, value]) => `${key}: ${value}\r\n`)
    .join('')}\r\n`
}
