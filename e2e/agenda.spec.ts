import type { Callback } from '../shared/callbacks/callback.ts'
import { sampleCallback } from '../shared/callbacks/sample-callback.ts'
import { Agenda } from './drivers/agenda.ts'
import { Promises } from './drivers/promises.ts'
import { expect, test } from './fixtures.ts'

const minute = 60_000

test('among 5,000 promises the agenda opens at the most urgent, is walked by keys, and finds one by a word', async ({
  app,
  agent,
}) => {
  test.slow()
  const agenda = new Agenda(app)
  await agent.seesEmptyDesk()
  const now = Date.now()
  await agenda.has(Array.from({ length: 5_000 }, (_, index) => promisedAt(now + (index - 1) * 30 * minute, `Person ${index}`)))

  await agenda.opens()
  await agenda.listsFirst(['Person 0', 'Person 1', 'Person 2'])
  await agenda.walks('Person 0', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'], 'Person 2')
  await agenda.filters('person 4711')
  await agenda.lists(['Person 4711'])
  await agenda.reads('Person 4711')
  await agenda.moves('Tomorrow, same time')
})

test('a calendar that is saved here and taken elsewhere holds the same people at the same times', async ({
  app,
  agent,
  opensApp,
}) => {
  const elsewhere = await opensApp()
  const now = Date.now()
  const promised = ['Europe/Tallinn', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'].map((zone, index) =>
    promisedAt(now + (index + 1) * 500 * 60 * minute, `Person “${index}”, ${zone}; \\n`, zone),
  )
  const agenda = new Agenda(app)
  await agent.seesEmptyDesk()
  await agenda.has(promised)
  await agenda.opens()
  const calendar = await agenda.exportsCalendar()

  const theirs = new Agenda(elsewhere)
  await theirs.opens()
  await theirs.looksAt(calendar)
  await theirs.takes(4)

  expect((await theirs.kept()).map(whatCounts)).toEqual(promised.map(whatCounts))
})

test('a hostile calendar is looked at, and only what can be promised is taken', async ({ app }) => {
  const opened: string[] = []
  app.page.on('dialog', (dialog) => {
    opened.push(dialog.message())
    void dialog.dismiss()
  })
  const soon = new Date(Date.now() + 60 * minute).toISOString().replace(/[-:]|\.\d+/g, '')
  const agenda = new Agenda(app)
  await agenda.opens()

  await agenda.looksAt('\0\x7fELF\x01\x01 no calendar at all')
  await agenda.refuses('“calendar.ics” is no calendar.')
  await agenda.looksAt(
    [
      'BEGIN:VCALENDAR',
      ...event('1', `DTSTART:${soon}`, 'SUMMARY:<img src=x onerror=alert(1)>'),
      ...event('2', 'SUMMARY:Whenever'),
      ...event('3', 'DTSTART:20010101T100000Z', 'SUMMARY:Long ago'),
      ...event('4', 'DTSTART;TZID="../../etc/passwd":20990101T1', 'SUMMARY:Nowhere'),
      'BEGIN:VEVENT',
      'RRULE:FREQ=SECONDLY;COUNT=999999999',
    ].join('\r\n'),
  )
  await agenda.leavesOut(4)
  await agenda.takes(1)

  await agenda.lists(['<img src=x onerror=alert(1)>'])
  expect(opened).toEqual([])
  await expect(app.page.locator('img')).toHaveCount(0)
})

test('words that are no time say what was understood of them, and promise nothing', async ({ app, agent }) => {
  const promises = new Promises(app)
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await promises.begins()
  await promises.writes('as soon as I can')
  await promises.isTold('No day or time read yet.')
  await promises.cannotKeepIt()
  await promises.writes('on Friday')
  await promises.isTold('I read “on Friday”, and no time.')
  await promises.cannotKeepIt()
  await promises.writes('tomorrow at 25:99')
  await promises.cannotKeepIt()
})

test('a number that no phone can dial says so, and the promise stands', async ({ app, agent, dialer }) => {
  const promises = new Promises(app)
  const agenda = new Agenda(app)
  await promises.beginAtAFullMinute()
  await agent.seesEmptyDesk()
  expect(await dialer.holds()).toBe(false)
  await agenda.has([{ ...promisedAt(Date.now(), 'Marta Kask'), person: { name: 'Marta Kask', number: 'ask at the desk' } }])
  await app.letsPass(1)

  await promises.callsNow()

  await promises.bar(/“?ask at the desk”?/)
  expect((await agenda.kept()).map(({ state }) => state)).toEqual(['pending'])
})

test('a second window shows no second alarm, and a ring is answered once', { tag: '@browser-only' }, async ({ app, agent }) => {
  const promises = new Promises(app)
  await promises.beginAtAFullMinute()
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await promises.promises('in 10 min')
  await agent.endsCall()
  await agent.wrapsUp('Follow-up promised')
  const second = await app.page.context().newPage()
  await second.goto(app.page.url())
  await expect(second.getByText('Steadyline is open in another window.')).toBeVisible()

  await app.letsPass(10)
  await promises.bar('Due now')
  await expect(second.getByRole('toolbar', { name: 'Promised calls' })).toHaveCount(0)
})

function promisedAt(at: number, name: string, zone = 'UTC'): Callback {
  const whole = Math.floor(at / minute) * minute
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(whole)
  const time = { wall: wall.replace(' ', 'T'), zone, fold: 'only', at: whole, rules: 'seeded' } as const
  return sampleCallback({ id: crypto.randomUUID(), person: { name, number: '+37255500142' }, due: time, promisedFor: time })
}

function whatCounts({ person, due: { wall, zone, at }, reason }: Callback) {
  return { person, wall, zone, at, reason }
}

function event(uid: string, ...lines: readonly string[]): readonly string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT']
}
