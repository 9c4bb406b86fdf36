import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AlarmsInTest, armed, hour, minute, uuid } from './alarms-in-test.ts'

const second = 1000

let test: AlarmsInTest

beforeEach(async () => {
  test = new AlarmsInTest()
  await test.open()
})

afterEach(() => test.remove())

describe('a promised call on a machine that sleeps', () => {
  it('rings once when the machine wakes, as late as it is', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.pass(30 * minute)
    test.moveClock(52 * minute)
    await test.pass(second)
    expect(test.rings).toEqual(['overdue 1 +22:01'])
    await test.pass(minute * 10)
    expect([test.rings.slice(1), test.jumps]).toEqual([['overdue 1 +30:01'], 1])
  })

  it('rings the moment the system says that the machine woke', async () => {
    await test.office.set(armed(1, test.now + hour))
    test.moveClock(hour)
    test.office.clockMayHaveJumped()
    await test.settled()
    expect([test.rings, test.jumps]).toEqual([['due 1 +0:00'], 1])
  })
})

describe('a clock that is put back', () => {
  it('by two seconds makes nothing ring early or again', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.pass(hour - second)
    test.moveClock(-2 * second)
    await test.pass(2 * second)
    expect(test.rings).toEqual(['lead 1 -5:00'])
    await test.pass(second)
    test.moveClock(-2 * second)
    await test.pass(minute + 2 * second)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00', 'overdue 1 +1:00'])
  })

  it('by two seconds makes nothing ring again where people want no warning', async () => {
    test.leadMinutes = 0
    await test.office.set(armed(1, test.now + minute))
    await test.pass(minute)
    test.moveClock(-2 * second)
    await test.pass(minute)
    expect(test.rings).toEqual(['due 1 +0:00'])
  })

  it('after it was wrong by hours rings every moment that had not rung', async () => {
    await test.office.set(armed(1, test.now + hour))
    test.moveClock(3 * hour)
    await test.pass(minute)
    test.moveClock(-3 * hour)
    await test.pass(hour - minute)
    expect(test.rings).toEqual(['overdue 1 +121:00', 'lead 1 -5:00', 'due 1 +0:00'])
  })

  it('keeps no snooze quiet for longer than was asked', async () => {
    await test.office.set(armed(1, test.now))
    await test.settled()
    await test.office.snooze(uuid(1), 5)
    test.moveClock(-hour)
    await test.pass(5 * minute)
    expect(test.rings).toHaveLength(2)
  })

  it('rings once where it was put back and then slept through what was left', async () => {
    await test.office.set(armed(1, test.now + hour))
    test.moveClock(3 * hour)
    await test.pass(second)
    test.moveClock(-2 * hour - 5 * minute)
    await test.pass(minute)
    test.moveClock(2 * hour + 5 * minute)
    await test.pass(10 * minute)
    expect(test.rings).toEqual(['overdue 1 +120:01'])
  })
})

describe('the window', () => {
  it('hears when clock or zone are others, and never for a clock that runs', async () => {
    await test.pass(10 * minute)
    expect(test.jumps).toBe(0)
    test.zone = 'America/Vancouver'
    await test.pass(second)
    test.moveClock(-hour)
    await test.pass(second)
    test.moveClock(second)
    await test.pass(minute)
    expect(test.jumps).toBe(2)
  })
})

describe('five thousand promised calls', () => {
  it('each ring at their own second', { timeout: 30_000 }, async () => {
    const start = test.now + minute
    test.leadMinutes = 0
    await test.office.arm(Array.from({ length: 5000 }, (_, number) => armed(number, start + (number % 50) * second)))
    await test.pass(minute - second)
    expect(test.rings).toEqual([])
    for (let passed = 0; passed < 50; passed += 1) await test.pass(second)
    expect([test.rings.length, new Set(test.rings).size]).toEqual([5000, 5000])
    expect(test.alarms.every(({ stage }) => stage === 'due')).toBe(true)
  })
})
