import { beforeEach, describe, expect, it } from 'vitest'
import { ManualTimers } from '../../manual-timers.ts'
import type { DialerCommand } from '../dialer.ts'
import { ListenerLog } from '../listener-log.ts'
import { PracticeDialer, patience } from './practice-dialer.ts'

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

async function statesAfter(ref: string, ...commands: readonly DialerCommand[]) {
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
