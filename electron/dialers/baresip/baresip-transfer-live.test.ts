import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Baresip } from '../../../e2e/rig/baresip.ts'
import { followed, phone, refTo, rung, shows, skip, stops } from '../../../e2e/rig/followed-phone.ts'
import type { ListenerLog } from '../listener-log.ts'
import type { BaresipDialer } from './baresip-dialer.ts'

let agent: Baresip
let colleague: Baresip
let dialer: BaresipDialer
let listener: ListenerLog

describe.skipIf(skip)('an agent on a real phone who consults a colleague', { timeout: 30_000 }, () => {
  beforeEach(async () => {
    agent = await phone({ name: 'agent' })
    colleague = await phone({ name: 'colleague' })
    const both = await followed(agent)
    dialer = both.dialer
    listener = both.listener
  }, 30_000)

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
  })

  async function callerIsLive(): Promise<void> {
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(listener, '111 ringing')
    await dialer.command('answer', refTo(listener, '111'))
    await shows(listener, '111 live')
  }

  async function consulting(): Promise<void> {
    await callerIsLive()
    expect(await dialer.dial('consult', refTo(listener, '111'), colleague.uri)).toEqual({ ok: true, value: null })
    await shows(listener, '111 held', 'colleague dialling')
  }

  async function colleagueAnswers(): Promise<void> {
    await expect.poll(() => colleague.console('listcalls'), { timeout: 8_000 }).toMatch(/INCOMING/)
    await colleague.console('accept')
    await shows(listener, '111 held', 'colleague live')
  }

  it('has the caller on hold, knows whom the second leg is about, and takes the caller back', async () => {
    await consulting()
    await colleagueAnswers()
    expect(listener.shown.map(({ consultFor }) => consultFor)).toEqual([null, `baresip:${refTo(listener, '111')}`])
    expect(await dialer.command('cancelConsult', refTo(listener, '111'))).toEqual({ ok: true, value: null })
    await shows(listener, '111 live', 'colleague agent-hung-up')
  })

  it('can give up before the colleague picks up', async () => {
    await consulting()
    await dialer.command('cancelConsult', refTo(listener, '111'))
    await shows(listener, '111 live', 'colleague cancelled')
  })

  it('sees a colleague decline, and can take the caller back', async () => {
    await consulting()
    await expect.poll(() => colleague.console('listcalls'), { timeout: 8_000 }).toMatch(/INCOMING/)
    await colleague.console('hangup')
    await expect.poll(() => listener.shown[1]?.endCause).toBe('declined')
    await dialer.command('resume', refTo(listener, '111'))
    await shows(listener, '111 live', 'colleague declined')
  })

  it('still has the colleague when the caller hangs up meanwhile', async () => {
    const customer = await phone({ name: 'customer' })
    await customer.console(`dial ${agent.uri}`)
    await shows(listener, 'customer ringing')
    await dialer.command('answer', refTo(listener, 'customer'))
    await shows(listener, 'customer live')
    await dialer.dial('consult', refTo(listener, 'customer'), colleague.uri)
    await shows(listener, 'customer held', 'colleague dialling')
    await customer.console('hangup')
    await shows(listener, 'customer caller-hung-up', 'colleague dialling')
    expect(await dialer.command('cancelConsult', refTo(listener, 'customer'))).toEqual({
      ok: false,
      failure: { kind: 'dialer.noSuchCall', dialer: 'baresip' },
    })
    await dialer.command('hangUp', refTo(listener, 'colleague'))
    await shows(listener, 'customer caller-hung-up', 'colleague cancelled')
  })

  it('lets go of the colleague and nobody else while a second caller rings', async () => {
    await consulting()
    await colleagueAnswers()
    await rung(agent, 'waits-then-hangs-up', { number: '222', stayMs: 20_000 })
    await shows(listener, '111 held', 'colleague live', '222 ringing')
    await dialer.command('cancelConsult', refTo(listener, '111'))
    await shows(listener, '111 live', 'colleague agent-hung-up', '222 ringing')
  })

  it('does not reach a number that nobody has, and keeps the caller', async () => {
    await callerIsLive()
    await dialer.dial('consult', refTo(listener, '111'), colleague.uri.replace('colleague', 'nobody'))
    await expect.poll(() => listener.shown[1]?.endCause).toBe('unreachable')
    expect(listener.shown[1]?.consultFor).toBe(`baresip:${refTo(listener, '111')}`)
    expect(listener.shown[0]?.state).not.toBe('ended')
  })

  it('can let a colleague go whom the agent dialled on the phone itself', async () => {
    await callerIsLive()
    await agent.console('hold')
    await shows(listener, '111 held')
    await agent.console(`dial ${colleague.uri}`)
    await shows(listener, '111 held', 'colleague dialling')
    expect(listener.shown[1]?.consultFor).toBe(`baresip:${refTo(listener, '111')}`)
    expect(await dialer.command('cancelConsult', refTo(listener, '111'))).toEqual({ ok: true, value: null })
    await shows(listener, '111 live', 'colleague cancelled')
  })

  it('is told that this phone cannot join the two', async () => {
    await consulting()
    await colleagueAnswers()
    expect(listener.health?.powers.transfer).toBe('blind')
    expect(await dialer.command('completeTransfer', refTo(listener, '111'))).toEqual({
      ok: false,
      failure: { kind: 'dialer.cannot', dialer: 'baresip' },
    })
    await shows(listener, '111 held', 'colleague live')
  })

  it.each([
    ['accept', 'transferred'],
    ['hangup', 'transfer-failed'],
  ])('sends the caller on after the word with the colleague, who meets it with %s: %s', async (colleagueDoes, end) => {
    const customer = await phone({ name: 'customer' })
    await customer.console(`dial ${agent.uri}`)
    await shows(listener, 'customer ringing')
    await dialer.command('answer', refTo(listener, 'customer'))
    await shows(listener, 'customer live')
    await dialer.dial('consult', refTo(listener, 'customer'), colleague.uri)
    await shows(listener, 'customer held', 'colleague dialling')
    await dialer.command('cancelConsult', refTo(listener, 'customer'))
    await shows(listener, 'customer live', 'colleague cancelled')
    await expect.poll(() => colleague.console('listcalls'), { timeout: 8_000 }).not.toMatch(/INCOMING/)
    expect(await dialer.dial('transferBlind', refTo(listener, 'customer'), colleague.uri)).toEqual({ ok: true, value: null })
    await expect.poll(() => colleague.console('listcalls'), { timeout: 8_000 }).toMatch(/INCOMING/)
    await colleague.console(colleagueDoes)
    await shows(listener, `customer ${end}`, 'colleague cancelled')
  })
})
