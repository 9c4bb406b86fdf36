import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { followed, missing, phone, refTo, rung, shows, skip, states, stops } from '../../../e2e/rig/followed-phone.ts'
import { calleeWaits } from '../../../e2e/rig/sipp.ts'

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

describe.skipIf(skip)('a real phone', { timeout: 30_000 }, () => {
  beforeAll(() => {
    expect(missing).toEqual([])
  })

  it('shows the agent a caller who rings, is answered from here, and hangs up', async () => {
    const agent = await phone({ name: 'agent' })
    const { dialer, listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { displayName: 'Müller Söhne', number: '+4930123456', stayMs: 300 })
    await shows(listener, '+4930123456 ringing')
    expect(await dialer.command('answer', refTo(listener, '+4930123456'))).toEqual({ ok: true, value: null })
    await shows(listener, '+4930123456 caller-hung-up')
    expect(listener.shown[0]?.party).toEqual({ name: 'Müller Söhne', number: '+4930123456' })
  })

  it('shows a caller who gave up as missed', async () => {
    const agent = await phone({ name: 'agent' })
    const { listener } = await followed(agent)
    await rung(agent, 'gives-up', { stayMs: 200 })
    await shows(listener, '+15550100 missed')
  })

  it('shows a call the agent rejects as declined, and one the agent ends as ended by the agent', async () => {
    const agent = await phone({ name: 'agent' })
    const { dialer, listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111' })
    await shows(listener, '111 ringing')
    await dialer.command('hangUp', refTo(listener, '111'))
    await shows(listener, '111 declined')
    await rung(agent, 'waits-then-hangs-up', { number: '222', stayMs: 20_000 })
    await shows(listener, '111 declined', '222 ringing')
    await agent.console('accept')
    await shows(listener, '111 declined', '222 live')
    await dialer.command('hangUp', refTo(listener, '222'))
    await shows(listener, '111 declined', '222 agent-hung-up')
  })

  it('sees a hold and a resume, whether asked for from here or done by hand on the phone', async () => {
    const agent = await phone({ name: 'agent' })
    const { dialer, listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(listener, '111 ringing')
    await agent.console('accept')
    await shows(listener, '111 live')
    await dialer.command('hold', refTo(listener, '111'))
    await shows(listener, '111 held')
    await dialer.command('resume', refTo(listener, '111'))
    await shows(listener, '111 live')
    await agent.console('hold')
    await shows(listener, '111 held')
    await agent.console('resume')
    await shows(listener, '111 live')
  })

  it('takes no hold by the caller for a hold by the agent', async () => {
    const agent = await phone({ name: 'agent' })
    const { listener } = await followed(agent)
    const caller = await rung(agent, 'holds', { number: '111', stayMs: 600 })
    await shows(listener, '111 ringing')
    await agent.console('accept')
    await caller.finished
    await shows(listener, '111 caller-hung-up')
    expect(listener.reports.map(({ type }) => type)).toEqual(['call.ringing', 'call.answered', 'call.ended'])
  })

  it.each([
    ['is-busy', 'busy'],
    ['declines', 'declined'],
    ['does-not-exist', 'unreachable'],
    ['is-away', 'no-answer'],
  ] as const)('shows how a call to someone who %s ended: %s', async (scenario, end) => {
    const agent = await phone({ name: 'agent' })
    const { listener } = await followed(agent)
    const callee = await calleeWaits(scenario)
    stops.unshift(() => callee.stop())
    await agent.console(`dial ${callee.uri}`)
    await shows(listener, `bob ${end}`)
  })

  it.each([
    ['is-busy', 'busy'],
    ['declines', 'declined'],
    ['is-away', 'no-answer'],
  ] as const)('calls somebody who %s from here, and shows how it ended: %s', async (scenario, end) => {
    const { dialer, listener } = await followed(await phone({ name: 'agent' }))
    const callee = await calleeWaits(scenario)
    stops.unshift(() => callee.stop())
    expect(await dialer.call(callee.uri)).toEqual({ ok: true, value: null })
    await shows(listener, `bob ${end}`)
  })

  it('calls somebody who answers, refuses a second call meanwhile, and ends the first', async () => {
    const { dialer, listener } = await followed(await phone({ name: 'agent' }))
    const callee = await calleeWaits('answers')
    stops.unshift(() => callee.stop())
    expect(await dialer.call(callee.uri)).toEqual({ ok: true, value: null })
    await shows(listener, 'bob live')
    expect(await dialer.call('200')).toEqual({ ok: false, failure: { kind: 'dialer.busy', dialer: 'baresip' } })
    await dialer.command('hangUp', refTo(listener, 'bob'))
    await shows(listener, 'bob agent-hung-up')
    expect(listener.reports.map(({ type, direction }) => [type, direction])[0]).toEqual(['call.dialling', 'outgoing'])
  })

  it('gives up calling somebody who never picks up', async () => {
    const agent = await phone({ name: 'agent' })
    const bob = await phone({ name: 'bob' })
    const { dialer, listener } = await followed(agent)
    expect(await dialer.call(bob.uri)).toEqual({ ok: true, value: null })
    await shows(listener, 'bob dialling')
    await dialer.command('hangUp', refTo(listener, 'bob'))
    await shows(listener, 'bob cancelled')
  })

  it('shows an auto-answered call as live from its first moment', async () => {
    const agent = await phone({ name: 'agent', answerMode: 'auto' })
    const { listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 300 })
    await shows(listener, '111 caller-hung-up')
    expect(listener.reports.map(({ type }) => type)).toEqual(['call.ringing', 'call.answered', 'call.ended'])
  })

  it.each([
    ['accept', 'transferred'],
    ['hangup', 'transfer-failed'],
  ])('records a blind transfer that the supervisor meets with %s as %s', async (supervisorDoes, end) => {
    const agent = await phone({ name: 'agent' })
    const customer = await phone({ name: 'customer' })
    const supervisor = await phone({ name: 'supervisor' })
    const { listener } = await followed(agent)
    await customer.console(`dial ${agent.uri}`)
    await shows(listener, 'customer ringing')
    await agent.console('accept')
    await shows(listener, 'customer live')
    await agent.console(`transfer ${supervisor.uri}`)
    await expect.poll(() => supervisor.console('listcalls'), { timeout: 8_000 }).toMatch(/INCOMING/)
    await supervisor.console(supervisorDoes)
    await shows(listener, `customer ${end}`)
  })

  it('shows the name of a hostile caller as harmless text', async () => {
    const agent = await phone({ name: 'agent' })
    const { listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { displayName: '<script>alert(1)</script>\u202Eevil', number: '111' })
    await shows(listener, '111 ringing')
    expect(listener.shown[0]?.party.name).toBe('<script>alert(1)</script> evil')
  })

  it('answers the call that was asked for, not the one that rang last, and holds the first for the second', async () => {
    const agent = await phone({ name: 'agent' })
    const { dialer, listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(listener, '111 ringing')
    await rung(agent, 'waits-then-hangs-up', { number: '222', stayMs: 20_000 })
    await shows(listener, '111 ringing', '222 ringing')
    await dialer.command('answer', refTo(listener, '111'))
    await shows(listener, '111 live', '222 ringing')
    await dialer.command('answer', refTo(listener, '222'))
    await shows(listener, '111 held', '222 live')
    await dialer.command('hangUp', refTo(listener, '111'))
    await shows(listener, '111 agent-hung-up', '222 live')
  })

  it('keeps a live call on one account while another account rings', async () => {
    const agent = await phone({ name: 'agent', otherAccounts: ['sales'] })
    const { dialer, listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(listener, '111 ringing')
    await agent.console('accept')
    await shows(listener, '111 live')
    await rung({ ...agent, name: 'sales' }, 'waits-then-hangs-up', { number: '222', stayMs: 20_000 })
    await shows(listener, '111 live', '222 ringing')
    await dialer.command('hold', refTo(listener, '111'))
    await shows(listener, '111 held', '222 ringing')
    await dialer.command('hangUp', refTo(listener, '222'))
    await shows(listener, '111 held', '222 declined')
  })

  it('ends the calls of a phone that crashed as lost, once the phone is back', async () => {
    const agent = await phone({ name: 'agent' })
    const { listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(listener, '111 ringing')
    await agent.console('accept')
    await shows(listener, '111 live')
    await agent.kill()
    await listener.until(({ uncertainties }) => uncertainties === 1)
    expect(states(listener)).toEqual(['111 live'])
    await phone({ name: 'agent', ports: agent.ports })
    await listener.untilReady()
    expect(states(listener)).toEqual(['111 lost'])
  })

  it('knows a call again after the companion was restarted, by its own id', async () => {
    const agent = await phone({ name: 'agent' })
    const before = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(before.listener, '111 ringing')
    await agent.console('accept')
    await shows(before.listener, '111 live')
    await before.dialer.stop()
    const after = await followed(agent, before.listener.shown)
    expect(after.listener.reconciliations).toEqual([[refTo(before.listener, '111')]])
    expect(after.listener.reports).toEqual([])
    expect(await after.dialer.command('hangUp', refTo(before.listener, '111'))).toEqual({ ok: true, value: null })
    await shows(after.listener, '111 agent-hung-up')
  })

  it('finds a call that was there first, and can end it', async () => {
    const agent = await phone({ name: 'agent' })
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await expect.poll(() => agent.console('listcalls')).toMatch(/INCOMING/)
    await agent.console('accept')
    await expect.poll(() => agent.console('listcalls')).toMatch(/ESTABLISHED/)
    const { dialer, listener } = await followed(agent)
    expect(states(listener)).toEqual(['111 live'])
    expect(await dialer.command('hangUp', refTo(listener, '111'))).toEqual({ ok: true, value: null })
    await shows(listener, '111 agent-hung-up')
  })

  it('refuses to touch any call when the one that was asked for is gone', async () => {
    const agent = await phone({ name: 'agent' })
    const { dialer, listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(listener, '111 ringing')
    expect(await dialer.command('hangUp', 'nosuchid')).toEqual({
      ok: false,
      failure: { kind: 'dialer.noSuchCall', dialer: 'baresip' },
    })
    expect(states(listener)).toEqual(['111 ringing'])
  })

  it('says that another program holds the control connection while two throw each other off', async () => {
    const agent = await phone({ name: 'agent' })
    const { listener } = await followed(agent)
    const rival = await followed(agent)
    await listener.until(({ health }) => health?.failure?.kind === 'dialer.taken')
    expect(listener.health?.failure).toEqual({
      kind: 'dialer.taken',
      dialer: 'baresip',
      host: '127.0.0.1',
      port: agent.ports.control,
    })
    await rival.dialer.stop()
    await listener.untilReady()
  })

  it('warns when the control port answers beyond this machine', async () => {
    const agent = await phone({ name: 'agent', controlHost: '0.0.0.0' })
    const { listener } = await followed(agent)
    await listener.until(({ health }) => health?.warnings.length === 1)
    expect(listener.health?.warnings).toEqual(['control-port-exposed'])
  })

  it('says that a frozen phone is silent, and follows it again when it wakes', async () => {
    const agent = await phone({ name: 'agent' })
    const { listener } = await followed(agent)
    await rung(agent, 'waits-then-hangs-up', { number: '111', stayMs: 20_000 })
    await shows(listener, '111 ringing')
    agent.freeze()
    await listener.until(({ health }) => health?.failure?.kind === 'dialer.silent')
    agent.thaw()
    await listener.untilReady()
    expect(states(listener)).toEqual(['111 ringing'])
  })
})
