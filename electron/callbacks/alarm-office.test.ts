import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AlarmsInTest, armed, briefOfTest, hour, minute, uuid } from './alarms-in-test.ts'

let test: AlarmsInTest

beforeEach(async () => {
  test = new AlarmsInTest()
  await test.open()
})

afterEach(() => test.remove())

describe('a promised call', () => {
  it('rings before its time, at it, and then ever again until somebody calls', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.pass(2 * hour)
    expect(test.rings).toEqual([
      'lead 1 -5:00',
      'due 1 +0:00',
      ...['overdue 1 +1:00', 'overdue 1 +5:00', 'overdue 1 +15:00', 'overdue 1 +30:00', 'overdue 1 +45:00', 'overdue 1 +60:00'],
    ])
    expect((await test.office.clear(uuid(1))).ok).toBe(true)
    await test.pass(2 * hour)
    expect([test.rings.length, test.office.ringing()]).toEqual([8, []])
  })

  it('waits for its time when it was promised within the warning', async () => {
    await test.office.set(armed(1, test.now + 3 * minute))
    await test.pass(3 * minute)
    expect(test.rings).toEqual(['due 1 +0:00'])
  })

  it('is not announced where people want no warning', async () => {
    test.leadMinutes = 0
    await test.office.set(armed(1, test.now + hour))
    await test.pass(hour)
    expect(test.rings).toEqual(['due 1 +0:00'])
  })

  it('is announced by the warning of now, and not by the one when it was promised', async () => {
    await test.office.set(armed(1, test.now + hour))
    test.leadMinutes = 20
    test.office.settingsChanged()
    await test.pass(hour)
    expect(test.rings).toEqual(['lead 1 -20:00', 'due 1 +0:00'])
  })

  it('rings 40 days ahead, which no timer of the system can wait for', { timeout: 60_000 }, async () => {
    await test.office.set(armed(1, test.now + 40 * 24 * hour))
    test.timers.pass(40 * 24 * hour - 10 * minute)
    await test.pass(10 * minute)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
  })

  it('is told to a window that asks as soon as it has rung', async () => {
    const at = test.now + hour
    await test.office.set(armed(1, at))
    expect(test.office.ringing()).toEqual([])
    await test.pass(hour)
    const alarm = { callbackId: uuid(1), at, stage: 'due', ringsAt: at + minute, snoozedUntil: null }
    expect(test.office.ringing()).toEqual([{ ...alarm, whileAway: false, handedOverAt: null }])
  })

  it('rings at once when it is armed too late', async () => {
    await test.office.set(armed(1, test.now - 2 * minute))
    await test.settled()
    expect(test.rings).toEqual(['overdue 1 +2:00'])
  })
})

describe('a snooze', () => {
  it('is quiet for as long as was asked, and moves no promise', async () => {
    const at = test.now + hour
    await test.office.set(armed(1, at))
    await test.pass(hour)
    const answer = await test.office.snooze(uuid(1), 7)
    expect(answer.ok && [answer.value.at, answer.value.snoozedUntil]).toEqual([at, at + 7 * minute])
    await test.pass(20 * minute)
    expect(test.rings.slice(1)).toEqual(['due 1 +0:00', 'overdue 1 +7:00', 'overdue 1 +15:00'])
  })

  it('is told to the windows once a restart would remember it', async () => {
    const at = test.now + hour
    await test.office.set(armed(1, at))
    await test.pass(hour)
    const before = test.told.length
    const answer = test.office.snooze(uuid(1), 7)
    expect(test.told.slice(before)).toEqual([])
    await answer
    expect(test.told.slice(before).map((alarm) => alarm?.snoozedUntil)).toEqual([at + 7 * minute])
  })

  it('lasts although the window arms everything again', async () => {
    const callback = armed(1, test.now + hour)
    await test.office.set(callback)
    await test.pass(hour)
    await test.office.snooze(uuid(1), 7)
    await test.office.arm([{ ...callback, reason: 'Delivery date and price' }])
    await test.pass(6 * minute)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
  })

  it('is put back with a callback that was closed by mistake', async () => {
    const at = test.now + hour
    const callback = armed(1, at)
    await test.office.set(callback)
    await test.pass(hour)
    await test.office.snooze(uuid(1), 7)
    const before = test.office.ringing()
    await test.office.clear(uuid(1))
    await test.office.set({ ...callback, snoozedUntil: at + 7 * minute })
    expect([test.office.ringing(), test.told.at(-1)]).toEqual([before, before[0]])
    await test.pass(8 * minute)
    expect(test.rings.slice(1)).toEqual(['due 1 +0:00', 'overdue 1 +7:00'])
  })

  it('is taken back when its record says it no more', async () => {
    const callback = armed(1, test.now + hour)
    await test.office.set(callback)
    await test.pass(hour)
    await test.office.snooze(uuid(1), 7)
    await test.office.set({ ...callback, snoozedUntil: test.now + 7 * minute })
    await test.office.set(callback)
    await test.pass(minute)
    expect(test.rings.slice(1)).toEqual(['due 1 +0:00', 'overdue 1 +1:00'])
  })

  it('makes nothing ring that would have waited longer', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.office.snooze(uuid(1), 10)
    await test.pass(hour)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
  })

  it('is refused for a callback that nobody armed', async () => {
    expect(await test.office.snooze(uuid(1), 5)).toEqual({ ok: false, failure: { kind: 'alarm.unknown' } })
  })
})

describe('a callback that is moved', () => {
  it('begins to ring anew', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.pass(hour)
    await test.office.set(armed(1, test.now + hour))
    expect(test.office.ringing()).toEqual([])
    await test.pass(hour)
    expect(test.rings.slice(2)).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
  })

  it('is forgotten when the window no longer has it', async () => {
    await test.office.arm([armed(1, test.now + hour), armed(2, test.now + hour)])
    await test.office.arm([armed(2, test.now + hour)])
    await test.pass(hour)
    expect(test.rings).toEqual(['lead 2 -5:00', 'due 2 +0:00'])
  })
})

describe('the deputy', () => {
  const deputised = (after = 15) =>
    armed(1, test.now + hour, { handOver: { at: test.now + hour + after * minute, brief: briefOfTest(7) } })

  it('gets the brief once when nobody has called by then, and the alarm rings on', async () => {
    await test.office.set(deputised())
    await test.pass(hour + 14 * minute)
    expect(test.sent).toEqual([])
    await test.pass(31 * minute)
    expect([test.sent, test.rings.at(-1)]).toEqual([[briefOfTest(7)], 'overdue 1 +45:00'])
    expect(test.office.ringing()[0]?.handedOverAt).toBe(test.now - 30 * minute)
  })

  it('gets it at the next ring when there was no hub', async () => {
    test.hubIsThere = false
    await test.office.set(deputised(3))
    await test.pass(hour + 3 * minute)
    test.hubIsThere = true
    await test.pass(minute)
    expect(test.sent).toEqual([])
    await test.pass(minute)
    expect(test.sent).toEqual([briefOfTest(7)])
  })

  it('gets it now when the agent says so', async () => {
    await test.office.set(deputised())
    expect((await test.office.handOver(uuid(1))).ok).toBe(true)
    await test.pass(2 * hour)
    expect(test.sent).toEqual([briefOfTest(7)])
  })

  it('who got it before anything rang is told to the window, which asks for it or not', async () => {
    await test.office.set(deputised())
    await test.office.handOver(uuid(1))
    const alarm = { callbackId: uuid(1), stage: 'waiting', handedOverAt: test.now }
    expect([test.told, test.office.ringing()]).toMatchObject([[alarm], [alarm]])
    await test.office.clear(uuid(1))
    expect([test.told.at(-1), test.office.ringing()]).toEqual([null, []])
  })

  it('who has the brief is not given it again for the next try', async () => {
    await test.office.set(deputised())
    await test.pass(hour + 15 * minute)
    const givenAt = test.now
    const { handOver } = deputised()
    await test.office.set(armed(1, test.now + hour, { handOver: handOver && { ...handOver, at: test.now + 2 * hour } }))
    await test.pass(3 * hour)
    expect([test.sent.length, test.office.ringing().map(({ handedOverAt }) => handedOverAt)]).toEqual([1, [givenAt]])
  })

  it('gets nothing of a callback that was made, has no deputy, or is unknown', async () => {
    await test.office.set(deputised())
    await test.office.clear(uuid(1))
    await test.office.set(armed(2, test.now + hour))
    await test.pass(2 * hour)
    expect([test.sent, await test.office.handOver(uuid(2)), await test.office.handOver(uuid(1))]).toEqual([
      [],
      { ok: false, failure: { kind: 'alarm.noDeputy' } },
      { ok: false, failure: { kind: 'alarm.unknown' } },
    ])
  })
})
