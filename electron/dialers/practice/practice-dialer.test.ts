import { beforeEach, describe, expect, it } from 'vitest'
import { ManualTimers } from '../../manual-timers.ts'
import type { CallCommand } from '../dialer.ts'
import { ListenerLog } from '../listener-log.ts'
import { PracticeDialer, patience, picksUpAfter } from './practice-dialer.ts'

const caller = { name: 'Practice caller', number: '+15550100' }
let timers: ManualTimers
let listener: ListenerLog
let dialer: PracticeDialer

beforeEach(() => {
  timers = new ManualTimers()
  listener = new ListenerLog(timers)
  dialer = new PracticeDialer({ listener, timers })
  dialer.start([])
})

async function statesAfter(ref: string, ...commands: readonly CallCommand[]) {
  const states: (string | undefined)[] = []
  for (const command of commands) {
    await dialer.command(command, ref)
    const call = listener.shown.at(-1)
    states.push(call?.endCause ?? call?.state)
  }
  return states
}

describe('a practice caller', () => {
  it('rings, can be answered, held, taken back and hung up on', async () => {
    const ref = dialer.ring(caller)
    expect(listener.shown.map(({ party, state }) => [party, state])).toEqual([[caller, 'ringing']])
    expect(await statesAfter(ref, 'answer', 'hold', 'resume', 'hangUp')).toEqual(['live', 'held', 'live', 'agent-hung-up'])
  })

  it('gives up when nobody answers in half a minute, and not before', () => {
    dialer.ring(caller)
    timers.pass(patience - 1)
    expect(listener.shown[0]?.state).toBe('ringing')
    timers.pass(1)
    expect(listener.shown[0]?.endCause).toBe('missed')
  })

  it('stays once answered', async () => {
    const ref = dialer.ring(caller)
    await dialer.command('answer', ref)
    timers.pass(patience * 10)
    expect(listener.shown[0]?.state).toBe('live')
  })

  it('can be turned away', async () => {
    expect(await statesAfter(dialer.ring(caller), 'hangUp')).toEqual(['declined'])
  })

  it('cannot be held before being answered', async () => {
    const ref = dialer.ring(caller)
    expect(await dialer.command('hold', ref)).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'practice', said: '' },
    })
  })

  it('is gone when the companion starts again, and after hanging up', async () => {
    const ref = dialer.ring(caller)
    await dialer.command('hangUp', ref)
    expect(await dialer.command('hangUp', ref)).toEqual({
      ok: false,
      failure: { kind: 'dialer.noSuchCall', dialer: 'practice' },
    })
    expect(listener.reconciliations).toEqual([[]])
  })
})

describe('a practice consultation', () => {
  const states = () =>
    listener.shown.map(({ party, state, endCause, consultFor }) => [party.number, endCause ?? state, consultFor])

  async function consulting(): Promise<string> {
    const ref = dialer.ring(caller)
    await dialer.command('answer', ref)
    await dialer.dial('consult', ref, '200')
    return ref
  }

  it('holds the caller, dials the colleague, who picks up, and joins them', async () => {
    const ref = await consulting()
    expect(states()).toEqual([
      ['+15550100', 'held', null],
      ['200', 'dialling', `practice:${ref}`],
    ])
    expect(await dialer.command('completeTransfer', ref)).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'practice', said: '' },
    })
    timers.pass(picksUpAfter)
    expect(await dialer.command('completeTransfer', ref)).toEqual({ ok: true, value: null })
    expect(states()).toEqual([
      ['+15550100', 'transferred', null],
      ['200', 'transferred', `practice:${ref}`],
    ])
  })

  it('that is cancelled gives the caller back, and the colleague never picks up', async () => {
    const ref = await consulting()
    await dialer.command('cancelConsult', ref)
    timers.pass(picksUpAfter)
    expect(states()).toEqual([
      ['+15550100', 'live', null],
      ['200', 'cancelled', `practice:${ref}`],
    ])
  })
})

it('a practice caller can be sent on unannounced', async () => {
  const ref = dialer.ring(caller)
  await dialer.command('answer', ref)
  await dialer.dial('transferBlind', ref, '200')
  expect(listener.shown[0]?.endCause).toBe('transferred')
})

describe('a practice call that goes out', () => {
  const states = () => listener.shown.map(({ party, direction, state, endCause }) => [party.number, direction, endCause ?? state])

  it('rings, is picked up, and can be hung up on', async () => {
    expect(await dialer.call('+12025550142')).toEqual({ ok: true, value: null })
    expect(states()).toEqual([['+12025550142', 'outgoing', 'dialling']])
    timers.pass(picksUpAfter)
    expect(states()).toEqual([['+12025550142', 'outgoing', 'live']])
    const ref = listener.reports[0]?.ref ?? ''
    expect(await statesAfter(ref, 'hold', 'resume', 'hangUp')).toEqual(['held', 'live', 'agent-hung-up'])
  })

  it('is refused while somebody is on the line', async () => {
    dialer.ring(caller)
    expect(await dialer.call('+12025550142')).toEqual({ ok: false, failure: { kind: 'dialer.busy', dialer: 'practice' } })
    expect(states()).toEqual([['+15550100', 'incoming', 'ringing']])
  })
})
