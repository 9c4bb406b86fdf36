import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { longestSnooze } from '../../shared/callbacks/snooze-minutes.ts'
import { AlarmsInTest, armed, briefOfTest, hour, minute, uuid } from './alarms-in-test.ts'

let test: AlarmsInTest

beforeEach(async () => {
  test = new AlarmsInTest()
  await test.open()
})

afterEach(() => test.remove())

const book = () => join(test.dataDir, 'alarms.jsonl')

describe('a companion that starts again', () => {
  it('rings what came due meanwhile once each, the earliest first, and says that it was away', async () => {
    await test.office.arm([armed(1, test.now + 2 * hour), armed(2, test.now + hour), armed(3, test.now + 20 * hour)])
    await test.close()
    await test.pass(2 * hour + 2 * minute)
    await test.open()
    expect(test.rings).toEqual(['overdue 2 +62:00', 'overdue 1 +2:00'])
    expect(test.alarms.map(({ whileAway }) => whileAway)).toEqual([true, true])
    expect(test.office.ringing().map(({ callbackId }) => callbackId)).toEqual([uuid(2), uuid(1)])
  })

  it('says that it was away until somebody snoozed it, and not again', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.close()
    await test.pass(2 * hour)
    await test.open()
    await test.office.snooze(uuid(1), 5)
    await test.pass(20 * minute)
    expect(test.alarms.map(({ whileAway }) => whileAway)).toEqual([true, false, false])
  })

  it('does not ring again what rang before, and rings on', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.pass(hour)
    await test.reopen()
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
    await test.pass(minute)
    expect([test.rings.at(-1), test.alarms.at(-1)?.whileAway]).toEqual(['overdue 1 +1:00', false])
  })

  it('does not ring again although the clock was put back meanwhile', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.pass(hour)
    await test.close()
    test.moveClock(-2000)
    await test.open()
    await test.pass(minute)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
  })

  it('keeps a snooze, a deputy who has the brief, and what was cleared', async () => {
    const handOver = { at: test.now + hour + minute, brief: briefOfTest(7) }
    await test.office.arm([armed(1, test.now + hour, { handOver }), armed(2, test.now + hour)])
    await test.pass(hour + minute)
    await test.office.snooze(uuid(1), 30)
    await test.office.clear(uuid(2))
    const before = test.office.ringing()
    await test.reopen()
    await test.pass(29 * minute)
    expect([test.office.ringing(), test.sent.length]).toEqual([before, 1])
  })

  it('is quiet for no longer than a snooze can be, although the clock was put back meanwhile', async () => {
    await test.office.set(armed(1, test.now))
    await test.pass(3 * hour)
    await test.office.snooze(uuid(1), 5)
    await test.close()
    test.moveClock(-2 * hour)
    await test.open()
    await test.pass(longestSnooze * minute)
    expect(test.rings.at(-1)).toBe('overdue 1 +120:00')
  })

  it('gives the deputy what no hub took before', async () => {
    test.hubIsThere = false
    const handOver = { at: test.now + hour + minute, brief: briefOfTest(7) }
    await test.office.set(armed(1, test.now + hour, { handOver }))
    await test.pass(hour + minute)
    test.hubIsThere = true
    await test.reopen()
    expect(test.sent).toEqual([briefOfTest(7)])
  })
})

describe('the file of alarms', () => {
  it('says nothing to who copies it', async () => {
    await test.office.set(armed(1, test.now + hour))
    expect(await readFile(book(), 'utf8')).not.toMatch(/Marta|372|Delivery|15:00/)
  })

  it('loses what was cut short and never answered, and nothing before it', async () => {
    await test.office.set(armed(1, test.now + hour))
    const { length } = await readFile(book())
    await test.office.set(armed(2, test.now + hour))
    await test.close()
    await truncate(book(), length + 40)
    await test.open()
    await test.pass(hour)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
  })

  it('is set aside when it cannot be read, and the window arms all anew', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.close()
    await rm(book())
    await mkdir(book())
    await test.open()
    await test.office.arm([armed(1, test.now + hour)])
    await test.reopen()
    await test.pass(hour)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
    expect([await readdir(test.dataDir), test.logged]).toEqual([
      expect.arrayContaining(['alarms.broken-1.jsonl']),
      ['The file of alarms could not be read {"keptAs":"alarms.broken-1.jsonl","cause":"EISDIR"}'],
    ])
  })

  it('is kept aside, and read as far as it can be, when a line was changed', async () => {
    await test.office.set(armed(1, test.now + hour))
    await test.close()
    const good = await readFile(book(), 'utf8')
    await writeFile(book(), `${good.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}${good}`)
    await test.open()
    await test.pass(hour)
    expect([test.rings, test.logged]).toEqual([
      ['lead 1 -5:00', 'due 1 +0:00'],
      ['Some lines of the file of alarms could not be read {"lines":1,"keptAs":"alarms.broken-1.jsonl"}'],
    ])
  })

  it('loses nothing that is armed while what was deleted is taken out of it', async () => {
    await test.office.arm(Array.from({ length: 50 }, (_, number) => armed(number, test.now + hour)))
    for (let round = 0; round < 10; round += 1) {
      const before = test.office.set(armed(100 + 3 * round, test.now + hour))
      const forgotten = test.office.forget([uuid(round)])
      const meanwhile = test.office.set(armed(101 + 3 * round, test.now + hour))
      await before
      const after = test.office.set(armed(102 + 3 * round, test.now + hour))
      await Promise.all([forgotten, meanwhile, after])
    }
    await test.reopen()
    await test.pass(hour)
    expect([test.logged, test.rings.filter((ring) => ring.startsWith('due')).length]).toEqual([[], 40 + 30])
  })

  it('does not grow with every ring and snooze', async () => {
    await test.office.set(armed(1, test.now))
    for (let round = 0; round < 300; round += 1) await test.office.snooze(uuid(1), 1 + (round % 3))
    expect((await readFile(book(), 'utf8')).split('\n').length).toBeLessThan(150)
  })

  it('keeps nobody from ringing when it cannot be written, and says so', async () => {
    await mkdir(book())
    expect(await test.office.set(armed(1, test.now + hour))).toEqual({
      ok: false,
      failure: { kind: 'alarm.notKept', cause: 'EISDIR' },
    })
    await test.pass(hour)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00'])
    await rm(book(), { recursive: true })
    expect(await test.office.snooze(uuid(1), 5)).toMatchObject({ ok: true })
    await test.reopen()
    await test.pass(5 * minute)
    expect(test.rings).toEqual(['lead 1 -5:00', 'due 1 +0:00', 'overdue 1 +5:00'])
  })
})
