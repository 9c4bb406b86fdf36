import { setTimeout as pause } from 'node:timers/promises'
import { armed } from '../../electron/callbacks/alarms-in-test.ts'
import { ask } from '../app/contract-from-page.ts'
import { JumpingClock } from '../app/jumping-clock.ts'
import { canSkipFaketime } from '../rig/faketime.ts'
import { type Figure, percentile } from './figures.ts'
import { type HeardAlarm, heardAlarms, openListeningPage } from './heard-alarms.ts'
import { withApp } from './with-app.ts'

const minute = 60_000
const perMinute = 3

/** Promised calls whose times are slept through, by a companion's clock that is really put an hour forward and then back by two seconds. */
export async function jumpedAlarms(): Promise<readonly Figure[]> {
  if (canSkipFaketime) {
    console.log('No clock is moved: faketime is not installed')
    return []
  }
  return withApp(
    async (app) => {
      await openListeningPage(app.page)
      const times = timesWithin(Date.now() + 60 * minute)
      await ask(
        app.page,
        'alarms.arm',
        times.map((at, number) => armed(number, at)),
      )
      const movedAt = Date.now()
      await app.letsPass(60)
      await pause(4000)
      await app.letsPass(-2000 / minute)
      await pause(4000)
      return figuresOf(times.length, await heardAlarms(app.page), movedAt)
    },
    (file) => new JumpingClock(file),
  )
}

/** Each is late by no whole minute when the clock jumps, so that none rings again for being later still. */
function timesWithin(jump: number): readonly number[] {
  return Array.from({ length: 58 * perMinute }, (_, number) => {
    const minutes = 1 + Math.floor(number / perMinute)
    return jump - minutes * minute - 20_000 - Math.floor(Math.random() * 20_000)
  })
}

function figuresOf(armedCount: number, rings: readonly HeardAlarm[], movedAt: number): readonly Figure[] {
  const rang = new Set(rings.map(({ id }) => id)).size
  const lateness = rings.map(({ now }) => now - movedAt)
  return [
    { key: 'callback.jump.armed', value: armedCount },
    { key: 'callback.jump.rang', value: rang },
    { key: 'callback.jump.twice', value: rings.length - rang, bar: 0 },
    { key: 'callback.jump.early', value: lateness.filter((late) => late < 0).length, bar: 0 },
    { key: 'callback.jump.lost', value: armedCount - rang, bar: 0 },
    ...(lateness.length === 0 ? [] : [{ key: 'callback.jump.lateness.p99_ms', value: percentile(lateness, 0.99), bar: 1000 }]),
  ]
}
