import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualTimers } from '../../manual-timers.ts'
import { ListenerLog, silentLog } from '../listener-log.ts'
import { BaresipDialer } from './baresip-dialer.ts'
import { JoiningPhone } from './joining-phone.ts'

let phone: JoiningPhone
let listener: ListenerLog
let dialer: BaresipDialer

beforeEach(async () => {
  phone = await JoiningPhone.open()
  const timers = new ManualTimers()
  listener = new ListenerLog(timers)
  const address = { host: '127.0.0.1', port: phone.script.port }
  dialer = new BaresipDialer({ address, listener, clock: timers, timers, log: silentLog, exposure: async () => [] })
  dialer.start([])
  await listener.untilReady()
  phone.rings('abc', 'sip:111@127.0.0.1')
  phone.answers('abc')
  await listener.until(({ health }) => health?.powers.transfer === 'attended')
})

afterEach(async () => {
  await dialer.stop()
  await phone.script.close()
})

function states(): readonly string[] {
  return listener.shown.map(
    ({ party, state, endCause, consultFor }) => `${party.number} ${endCause ?? state} ${consultFor ?? ''}`,
  )
}

function orders(): readonly string[] {
  return phone.script.commands.filter((text) => !/^(reginfo|listcalls|help)/.test(text))
}

async function consulting(): Promise<void> {
  expect(await dialer.dial('consult', 'abc', '200')).toEqual({ ok: true, value: null })
  await listener.until(({ shown }) => shown.length === 2)
}

async function colleagueAnswers(): Promise<void> {
  phone.answers('leg-1')
  await listener.until(({ shown }) => shown[1]?.state === 'live')
}

describe('a phone that can join two calls', () => {
  it('dials the colleague for it, the caller on hold', async () => {
    await consulting()
    expect(states()).toEqual(['111 held ', '200 dialling baresip:abc'])
    expect(orders()).toEqual(['callfind abc', 'callfind abc', 'atransferstart sip:200@127.0.0.1:5060'])
  })

  it('joins caller and colleague once the colleague has answered', async () => {
    await consulting()
    expect(await dialer.command('completeTransfer', 'abc')).toEqual({
      ok: false,
      failure: { kind: 'dialer.cannot', dialer: 'baresip' },
    })
    await colleagueAnswers()
    expect(await dialer.command('completeTransfer', 'abc')).toEqual({ ok: true, value: null })
    expect(phone.joined).toEqual([['abc', 'leg-1']])
  })

  it('joins the caller to the colleague, not to somebody who rings meanwhile', async () => {
    await consulting()
    await colleagueAnswers()
    phone.rings('def', 'sip:222@127.0.0.1')
    await listener.until(({ shown }) => shown.length === 3)
    await dialer.command('completeTransfer', 'abc')
    expect(phone.joined).toEqual([['abc', 'leg-1']])
  })

  it('gives the caller back when the consultation is cancelled', async () => {
    await consulting()
    expect(await dialer.command('cancelConsult', 'abc')).toEqual({ ok: true, value: null })
    await listener.until(({ shown }) => shown[0]?.state === 'live')
    expect(states()).toEqual(['111 live ', '200 cancelled baresip:abc'])
    expect(orders().filter((text) => !text.startsWith('callfind'))).toEqual([
      'atransferstart sip:200@127.0.0.1:5060',
      'atransferabort',
      'hangup',
      'resume',
    ])
  })

  it('dials plainly, and joins nobody, when the caller’s side cannot be joined', async () => {
    phone.callerCanBeReplaced = false
    await consulting()
    await colleagueAnswers()
    expect(states()).toEqual(['111 held ', '200 live baresip:abc'])
    expect(await dialer.command('completeTransfer', 'abc')).toEqual({
      ok: false,
      failure: { kind: 'dialer.cannot', dialer: 'baresip' },
    })
    expect(phone.joined).toEqual([])
  })
})

it('a caller who rings between the check and the command is not hit by it', async () => {
  let rang = false
  phone.afterSelection = () => {
    if (!rang) phone.rings('def', 'sip:222@127.0.0.1')
    rang = true
  }
  await dialer.command('hangUp', 'abc')
  await listener.until(({ shown }) => shown[0]?.state === 'ended')
  expect(states()).toEqual(['111 agent-hung-up ', '222 ringing '])
})

it.each(['', '200\r\nhangup', 'sip:'])('a colleague written as %j is not dialled, and the caller stays', async (number) => {
  expect(await dialer.dial('consult', 'abc', number)).toEqual({
    ok: false,
    failure: { kind: 'dialer.notDiallable', dialer: 'baresip', number },
  })
  expect(orders()).toEqual([])
  expect(states()).toEqual(['111 live '])
})

it('a second colleague is not dialled beside the first', async () => {
  await consulting()
  expect(await dialer.dial('consult', 'abc', '300')).toEqual({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'baresip' } })
  expect(states()).toEqual(['111 held ', '200 dialling baresip:abc'])
})
