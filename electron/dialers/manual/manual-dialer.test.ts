import { expect, it } from 'vitest'
import { ListenerLog } from '../listener-log.ts'
import { ManualDialer } from './manual-dialer.ts'

it('has a call that the agent started by hand be live at once, under a ref of its own', () => {
  const listener = new ListenerLog()
  const dialer = new ManualDialer({ listener })
  dialer.start([])
  const refs = [dialer.startByHand({ name: 'Bo', number: '1' }), dialer.startByHand({ name: '', number: '' })]
  expect(listener.shown.map(({ id, party, state }) => [id, party.name, state])).toEqual([
    [`manual:${refs[0]}`, 'Bo', 'live'],
    [`manual:${refs[1]}`, '', 'live'],
  ])
  expect(listener.health).toEqual({
    dialer: 'manual',
    state: 'ready',
    failure: null,
    retryAt: null,
    warnings: [],
    powers: { answer: false, hold: false, hangUp: false, dial: false, consult: false, transfer: 'none' },
  })
})

it('refuses what only the agent can do', async () => {
  const dialer = new ManualDialer({ listener: new ListenerLog() })
  expect(await dialer.command()).toEqual({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'manual' } })
})
