import { beforeEach, describe, expect, it } from 'vitest'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { ManualTimers } from '../manual-timers.ts'
import { type BriefBell, createBriefBell, secondRing } from './brief-bell.ts'

let timers: ManualTimers
let bell: BriefBell
let heard: string[]

beforeEach(() => {
  timers = new ManualTimers()
  heard = []
  bell = createBriefBell({
    timers,
    ring: ({ brief }) => heard.push(`${timers.now().mono} ring ${brief.id}`),
    quieten: (id) => heard.push(`${timers.now().mono} quiet ${id}`),
    waiting: (count) => heard.push(`${timers.now().mono} waiting ${count}`),
  })
})

describe('a supervisor', () => {
  it('hears an unread brief twice and never more', () => {
    bell.received(brief('a', 'delivered'))
    timers.pass(secondRing * 100)
    bell.received(brief('a', 'delivered'))
    timers.pass(secondRing * 100)
    expect(heard).toEqual(['0 ring a', '10000 ring a'])
  })

  it('hears a brief once that was looked at in time', () => {
    bell.received(brief('a', 'delivered'))
    bell.changed(brief('a', 'delivered'))
    timers.pass(9_999)
    bell.changed(brief('a', 'read'))
    timers.pass(secondRing)
    expect(heard).toEqual(['0 ring a', '0 waiting 1', '9999 quiet a', '9999 waiting 1'])
  })

  it('hears nothing of a brief that was withdrawn before it rang again', () => {
    bell.received(brief('a', 'delivered'))
    bell.changed(brief('a', 'withdrawn'))
    timers.pass(secondRing)
    expect(heard).toEqual(['0 ring a', '0 quiet a', '0 waiting 0'])
  })

  it('sees how many briefs wait for an answer, whatever was sent from here', () => {
    bell.changed(brief('a', 'delivered'))
    bell.changed(brief('b', 'delivered'))
    bell.changed({ ...brief('c', 'delivered'), direction: 'sent' })
    bell.changed(brief('a', 'accepted'))
    expect(heard.filter((line) => line.includes('waiting'))).toEqual(['0 waiting 1', '0 waiting 2', '0 waiting 1'])
  })

  it('hears nothing when the companion has stopped', () => {
    bell.received(brief('a', 'delivered'))
    bell.stop()
    timers.pass(secondRing)
    expect(heard).toEqual(['0 ring a'])
  })
})

function brief(id: string, stage: BriefRecord['stage']): BriefRecord {
  const content = {
    headline: 'Marta Kask needs a delivery date she can trust.',
    caller: { name: 'Marta Kask', number: '', verified: 'verified' },
    tone: '',
    situation: '',
    background: '',
    tried: '',
    request: '',
    avoid: '',
    readBack: '',
    topic: '',
  } as const
  const people = { from: { id: 'ana', name: 'Ana Sild' }, to: { id: 'jaan', name: 'Jaan Tamm' } }
  return { brief: { id, ...people, ...content }, direction: 'received', stage, at: 0, stageAt: 0, reason: '', followUp: null }
}
