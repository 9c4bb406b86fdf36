import { beforeEach, describe, expect, it } from 'vitest'
import type { Alarm } from '../../shared/callbacks/alarm.ts'
import type { Notice } from '../shell/shell.ts'
import { waitingCount } from '../waiting-count.ts'
import { type AlarmBell, createAlarmBell } from './alarm-bell.ts'
import { armed, briefOfTest, uuid } from './alarms-in-test.ts'
import type { Ring } from './ringer.ts'

let heard: string[]
let notices: Notice[]
let bell: AlarmBell

beforeEach(() => {
  heard = []
  notices = []
  bell = createAlarmBell({
    notify: (notice) => notices.push(notice),
    takeBack: (about) => heard.push(`take back ${about.slice(-2)}`),
    showQuietly: () => heard.push('show'),
    picked: (id, action) => heard.push(`${action} ${id.slice(-2)}`),
    waiting: (count) => heard.push(`waiting ${count}`),
  })
})

describe('a notice of a promised call', () => {
  it('says who, when and what about, and what can be done at once', () => {
    bell.rang([ring(1, { stage: 'due' })])
    expect(words(notices)).toEqual([['Marta Kask', 'Now, promised for 15:00 · Delivery date', 'Call now', 'Snooze 5 min']])
    for (const { picked } of notices[0]?.actions ?? []) picked()
    notices[0]?.picked()
    expect(heard).toEqual(['show', 'call 01', 'snooze 01', 'open 01'])
  })

  it('brings no window forward before it is time', () => {
    bell.rang([ring(1, { stage: 'lead' })])
    expect([words(notices)[0]?.[1], heard]).toEqual(['Soon, promised for 15:00 · Delivery date', []])
  })

  it('offers the deputy as long as the deputy has not got it', () => {
    const handOver = { at: 0, brief: briefOfTest(7) }
    bell.rang([ring(1, { stage: 'overdue' }, { handOver })])
    bell.rang([ring(1, { stage: 'overdue', handedOverAt: 5 }, { handOver })])
    expect(words(notices).map((all) => all.at(-1))).toEqual(['Hand over', 'Snooze 5 min'])
  })

  it('is one for several that came due while nothing was running', () => {
    const away = { stage: 'overdue', whileAway: true } as const
    bell.rang([ring(1, away), ring(2, away, { name: '', reason: '' }), ring(3, away, { name: 'Jaan Tamm' })])
    expect(words(notices)).toEqual([
      ['3 promised calls came due while Steadyline was closed', 'Marta Kask, +3725550100, Jaan Tamm'],
    ])
    notices[0]?.picked()
    expect(heard).toEqual(['show', 'open 01'])
  })

  it('goes when the call is made or snoozed', () => {
    bell.changed(uuid(1), alarm(1, { stage: 'due' }))
    bell.changed(uuid(1), alarm(1, { stage: 'due', snoozedUntil: 5 }))
    bell.changed(uuid(1), null)
    expect(heard).toEqual(['waiting 1', 'take back 01', 'waiting 1', 'take back 01', 'take back ks', 'waiting 0'])
  })
})

describe('the number on the icon', () => {
  it('adds up briefs and due calls', () => {
    const shown: number[] = []
    const waitingAt = waitingCount((count) => shown.push(count))
    const [briefs, callbacks] = [waitingAt('briefs'), waitingAt('callbacks')]
    briefs(2)
    callbacks(3)
    briefs(0)
    expect(shown).toEqual([2, 5, 3])
  })
})

function alarm(number: number, part: Partial<Alarm>): Alarm {
  const fresh = { at: 0, stage: 'waiting', ringsAt: 0, snoozedUntil: null, whileAway: false, handedOverAt: null } as const
  return { callbackId: uuid(number), ...fresh, ...part }
}

function ring(number: number, part: Partial<Alarm>, callback: Partial<Ring['callback']> = {}): Ring {
  return { alarm: alarm(number, part), callback: armed(number, 0, callback) }
}

function words(all: readonly Notice[]): readonly (readonly string[])[] {
  return all.map(({ title, body, actions = [] }) => [title, body, ...actions.map(({ label }) => label)])
}
