import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, refOf } from '../../shared/call/call.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { type DialerHealth, type DialerPowers, noPowers } from '../../shared/dialers/dialer-health.ts'
import { success } from '../../shared/result.ts'
import { CallOrders } from './call-orders.ts'
import type { Dialer } from './dialer.ts'

const caller = { dialer: 'push', ref: 'a', direction: 'incoming', party: { name: 'Marta Kask', number: '+37255500142' } } as const

let calls: Map<string, Call>
let asked: string[]
let powers: DialerPowers
let orders: CallOrders
let canSystem: boolean

beforeEach(() => {
  calls = new Map()
  canSystem = true
  asked = []
  powers = noPowers
  orders = new CallOrders(
    {
      find: (id) => calls.get(id),
      calls: () => [...calls.values()],
      report: (report) => {
        const id = `${report.dialer}:${report.ref}`
        const after = callAfter(calls.get(id) ?? null, report, { mono: 0, wall: 0 })
        if (after) calls.set(id, after)
      },
    },
    () => dialer,
    { dialer: () => (powers.dial ? dialer : undefined), system: async (number) => asked.push(`tel ${number}`) > 0 && canSystem },
  )
  orders.reported({ type: 'call.answered', ...caller })
})

const dialer: Dialer = {
  id: 'push',
  start: () => {},
  stop: async () => {},
  health: (): DialerHealth => ({ dialer: 'push', state: 'ready', failure: null, retryAt: null, warnings: [], powers }),
  command: async (command, ref) => {
    asked.push(`${command} ${ref}`)
    return success(null)
  },
  call: async (number) => {
    asked.push(`call ${number}`)
    return success(null)
  },
  dial: async (errand, ref, number) => {
    asked.push(`${errand} ${ref} ${number}`)
    return success(null)
  },
}

function shown(): readonly string[] {
  return [...calls.values()].map(
    ({ party, state, endCause, consultFor }) => `${party.number} ${endCause ?? state}${consultFor ? ` for ${consultFor}` : ''}`,
  )
}

function legId(): string {
  return [...calls.keys()].find((id) => id !== 'push:a') ?? ''
}

describe('a consultation on a phone that cannot be asked', () => {
  it('holds the caller and shows the colleague as a leg of its own', async () => {
    expect(await orders.dialConsult('push:a', '200')).toEqual({ ok: true, value: { by: 'hand' } })
    expect([shown(), asked]).toEqual([['+37255500142 held', '200 dialling for push:a'], []])
  })

  it('follows the agent’s marks: the colleague answers, and both are joined on the phone', async () => {
    await orders.dialConsult('push:a', '200')
    await orders.command('answer', legId())
    expect(shown()).toEqual(['+37255500142 held', '200 live for push:a'])
    expect(await orders.completeConsult('push:a')).toEqual({ ok: true, value: { by: 'hand' } })
    expect(shown()).toEqual(['+37255500142 transferred', '200 transferred for push:a'])
  })

  it('gives the caller back when the agent lets the colleague go', async () => {
    await orders.dialConsult('push:a', '200')
    await orders.cancelConsult('push:a')
    expect(shown()).toEqual(['+37255500142 live', '200 cancelled for push:a'])
  })

  it('lays what the phone system then pushes about the leg on that leg, instead of showing a third call', async () => {
    await orders.dialConsult('push:a', '200')
    const pushed = { dialer: 'push', ref: 'b', direction: 'outgoing', party: { name: 'Ana', number: '0200' } } as const
    orders.reported({ type: 'call.dialling', ...pushed })
    orders.reported({ type: 'call.answered', ...pushed })
    expect(shown()).toEqual(['+37255500142 held', '200 live for push:a'])
    orders.reported({ type: 'call.ended', ...pushed, end: { by: 'far-end' } })
    expect(shown()).toEqual(['+37255500142 held', '200 caller-hung-up for push:a'])
  })

  it('keeps a second caller who rings meanwhile apart from the leg', async () => {
    await orders.dialConsult('push:a', '200')
    orders.reported({ type: 'call.ringing', ...caller, ref: 'c', party: { name: '', number: '+49301' } })
    expect(shown()).toEqual(['+37255500142 held', '200 dialling for push:a', '+49301 ringing'])
  })

  it('outlives a caller who hangs up, and the agent can still let the colleague go', async () => {
    await orders.dialConsult('push:a', '200')
    orders.reported({ type: 'call.ended', ...caller, end: { by: 'far-end' } })
    expect(await orders.completeConsult('push:a')).toEqual({ ok: false, failure: { kind: 'dialer.noSuchCall', dialer: 'push' } })
    await orders.cancelConsult('push:a')
    expect(shown()).toEqual(['+37255500142 caller-hung-up', '200 cancelled for push:a'])
  })

  it('is one at a time', async () => {
    await orders.dialConsult('push:a', '200')
    expect(await orders.dialConsult('push:a', '300')).toEqual({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'push' } })
    expect(shown()).toEqual(['+37255500142 held', '200 dialling for push:a'])
  })

  it('is refused about a caller who is gone', async () => {
    orders.reported({ type: 'call.ended', ...caller, end: { by: 'far-end' } })
    expect(await orders.dialConsult('push:a', '200')).toEqual({
      ok: false,
      failure: { kind: 'dialer.noSuchCall', dialer: 'push' },
    })
    expect(shown()).toEqual(['+37255500142 caller-hung-up'])
  })
})

it('marks a blind transfer by hand as the end of the caller’s call and of the leg', async () => {
  await orders.dialConsult('push:a', '200')
  expect(await orders.transferBlind('push:a', '200')).toEqual({ ok: true, value: { by: 'hand' } })
  expect(shown()).toEqual(['+37255500142 transferred', '200 cancelled for push:a'])
})

describe('a dialer with powers', () => {
  const leg = { dialer: 'push', ref: 'b', direction: 'outgoing', consultFor: 'a' } as const

  it('is asked, and what becomes of it is left to its reports', async () => {
    powers = { answer: true, hold: true, hangUp: true, dial: false, consult: true, transfer: 'attended' }
    await orders.dialConsult('push:a', '200')
    orders.reported({ type: 'call.dialling', ...leg })
    await orders.completeConsult('push:a')
    await orders.cancelConsult('push:a')
    await orders.transferBlind('push:a', '300')
    expect(asked).toEqual(['consult a 200', 'completeTransfer a', 'cancelConsult a', 'transferBlind a 300'])
    expect([...calls.values()].map((call) => `${refOf(call)} ${call.state}`)).toEqual(['a live', 'b dialling'])
  })

  it('that can consult but not join never has a join marked for it', async () => {
    powers = { answer: true, hold: true, hangUp: true, dial: false, consult: true, transfer: 'blind' }
    orders.reported({ type: 'call.dialling', ...leg })
    expect(await orders.completeConsult('push:a')).toEqual({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'push' } })
    expect([...calls.values()].map((call) => `${refOf(call)} ${call.state}`)).toEqual(['a live', 'b dialling'])
  })
})

describe('calling somebody', () => {
  const number = '+372 5550 0142'
  const over = () => orders.reported({ type: 'call.ended', ...caller, end: { by: 'far-end' } })

  it('is left to the first dialer that can, which knows best whether its line is free', async () => {
    powers = { ...noPowers, dial: true }
    expect(await orders.dial(number, 'dialer')).toEqual({ ok: true, value: { by: 'dialer' } })
    expect(asked).toEqual([`call ${number}`])
  })

  it('is said to be nothing for a dialer when none can', async () => {
    expect(await orders.dial(number, 'dialer')).toEqual({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'manual' } })
    expect(asked).toEqual([])
  })

  it('is practised with nobody real', async () => {
    expect(await orders.dial(number, 'practice')).toEqual({ ok: true, value: { by: 'dialer' } })
    expect(asked).toEqual([`call ${number}`])
  })

  it('goes to the system’s own program when the line is free, and not before', async () => {
    expect(await orders.dial(number, 'system')).toEqual({ ok: false, failure: { kind: 'dialer.busy', dialer: 'push' } })
    over()
    expect(await orders.dial(number, 'system')).toEqual({ ok: true, value: { by: 'hand' } })
    expect(asked).toEqual([`tel ${number}`])
  })

  it('is said to be the window’s to do where the shell cannot', async () => {
    over()
    canSystem = false
    expect(await orders.dial(number, 'system')).toEqual({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'manual' } })
  })

  it.each(['', 'Ana', '*21*112#', 'https://example.org', '1'.repeat(41)])('never hands %j to the system', async (written) => {
    over()
    expect(await orders.dial(written, 'system')).toEqual({
      ok: false,
      failure: { kind: 'dialer.notDiallable', dialer: 'manual', number: written },
    })
    expect(asked).toEqual([])
  })
})
