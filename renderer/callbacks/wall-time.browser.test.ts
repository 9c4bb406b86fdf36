import { expect, test } from 'vitest'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { promisedAt, reResolved, resolve } from './wall-time.ts'
import { zoneRules } from './zone-rules.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 22)
const end = start + 2 * 365 * 24 * 60 * minute

interface Change {
  readonly zone: string
  readonly at: number
  /** How far the clocks are put forward, in ms; negative when they are put back. */
  readonly forward: number
}

const changes: readonly Change[] = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
  const found: Change[] = []
  let moment = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  for (;;) {
    const next = moment.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > end) return found
    const before = next.subtract({ milliseconds: 1 })
    const forward = (next.offsetNanoseconds - before.offsetNanoseconds) / 1e6
    if (forward !== 0) found.push({ zone, at: next.epochMilliseconds, forward })
    moment = next
  }
})

function moment({ wall, zone, fold, at }: PromisedTime) {
  return { wall, zone, fold, at }
}

function later(wall: string, ms: number): string {
  return Temporal.PlainDateTime.from(wall).add({ milliseconds: ms }).toString({ smallestUnit: 'minute' })
}

test('clocks are changed often enough in two years to be worth the tests below', () => {
  expect(changes.length).toBeGreaterThan(400)
  expect(new Set(changes.map(({ forward }) => Math.sign(forward)))).toEqual(new Set([1, -1]))
})

test('in every zone an instant becomes a wall time and the same instant again, around every change of the clocks', () => {
  const hours = [-49, -25, -3, -2, -1.5, -1, -0.5, -1 / 60, 0, 1 / 60, 0.5, 1, 1.5, 2, 3, 25, 49]
  const lost = changes.flatMap(({ zone, at }) =>
    hours
      .map((hour) => at + hour * 60 * minute)
      .filter((instant) => {
        const said = promisedAt(instant, zone)
        const resolved = resolve(said.wall, zone)
        const again = resolved.kind === 'only' ? resolved.time : resolved.kind === 'overlap' ? resolved : null
        const same = again !== null && ('first' in again ? again[said.fold === 'first' ? 'first' : 'second'] : again)
        return said.at !== instant || !same || same.at !== instant
      })
      .map((instant) => `${zone} ${instant}`),
  )
  expect(lost).toEqual([])
})

test('in every zone an instant on any day of two years survives the round trip', () => {
  const lost = Intl.supportedValuesOf('timeZone').filter((zone) => {
    for (let at = start; at < end; at += 7 * 60 * 61 * minute) if (promisedAt(at, zone).at !== at) return true
    return false
  })
  expect(lost).toEqual([])
})

test('each skipped wall time is answered by the real times before and after it', () => {
  const wrong = changes
    .filter(({ forward }) => forward > 0)
    .filter(({ zone, at, forward }) => {
      const skipped = later(promisedAt(at, zone).wall, -forward / 2)
      const resolved = resolve(skipped, zone)
      if (resolved.kind !== 'gap') return true
      const [before, after] = [later(skipped, -forward), later(skipped, forward)]
      return (
        resolved.before.wall !== before || resolved.after.wall !== after || resolved.before.at >= at || resolved.after.at < at
      )
    })
  expect(wrong).toEqual([])
})

test('each wall time that comes twice is answered by both, the first and the second', () => {
  const wrong = changes
    .filter(({ forward }) => forward < 0)
    .filter(({ zone, at, forward }) => {
      const twice = later(promisedAt(at, zone).wall, -forward / 2)
      const resolved = resolve(twice, zone)
      if (resolved.kind !== 'overlap') return true
      const { first, second } = resolved
      return first.wall !== twice || second.wall !== twice || first.at >= at || second.at - first.at !== -forward
    })
  expect(wrong).toEqual([])
})

test('half past three in Tallinn is skipped in March and comes twice in October', () => {
  const zone = 'Europe/Tallinn'
  const skipped = resolve('2027-03-28T03:30', zone)
  expect(skipped.kind === 'gap' && [moment(skipped.before), moment(skipped.after)]).toEqual([
    { wall: '2027-03-28T02:30', zone, fold: 'only', at: Date.UTC(2027, 2, 28, 0, 30) },
    { wall: '2027-03-28T04:30', zone, fold: 'only', at: Date.UTC(2027, 2, 28, 1, 30) },
  ])
  const twice = resolve('2027-10-31T03:30', zone)
  expect(twice.kind === 'overlap' && [moment(twice.first), moment(twice.second)]).toEqual([
    { wall: '2027-10-31T03:30', zone, fold: 'first', at: Date.UTC(2027, 9, 31, 0, 30) },
    { wall: '2027-10-31T03:30', zone, fold: 'second', at: Date.UTC(2027, 9, 31, 1, 30) },
  ])
})

test.each([
  ['2027-02-29T10:00', 'Europe/Tallinn'],
  ['2027-02-03T24:30', 'Europe/Tallinn'],
  ['2027-02-03T10:00', 'Mars/Olympus'],
])('%s in %s is no time to promise', (wall, zone) => {
  expect(() => resolve(wall, zone)).toThrow(RangeError)
})

const promised = { wall: '2026-11-27T10:30', zone: 'Europe/Tallinn', fold: 'only', at: Date.UTC(2026, 10, 27, 8, 30) } as const

test('a promise made under other rules moves to the instant its wall time is now', () => {
  const hourEarlier = { ...promised, at: promised.at - 60 * minute, rules: 'old' }
  expect(reResolved(hourEarlier)).toEqual({ ...promised, rules: zoneRules() })
})

test('a promise that new rules leave alone, or that was made under these, does not move', () => {
  expect(reResolved({ ...promised, rules: 'old' })).toBeNull()
  expect(reResolved({ ...promised, at: 0, rules: zoneRules() })).toBeNull()
})

test('of a wall time that comes twice, new rules keep the one that was meant', () => {
  const twice = { wall: '2027-10-31T03:30', zone: 'Europe/Tallinn', at: 0, rules: 'old' } as const
  const became = (fold: PromisedTime['fold']) => reResolved({ ...twice, fold })
  expect([became('first'), became('second'), became('only')].map((time) => [time?.fold, time?.at])).toEqual([
    ['first', Date.UTC(2027, 9, 31, 0, 30)],
    ['second', Date.UTC(2027, 9, 31, 1, 30)],
    ['first', Date.UTC(2027, 9, 31, 0, 30)],
  ])
})

test('a promise whose wall time is skipped by new rules keeps its words, and is called when the clocks have changed', () => {
  const skipped = { wall: '2027-03-28T03:30', zone: 'Europe/Tallinn', fold: 'only', at: 0, rules: 'old' } as const
  expect(reResolved(skipped)).toEqual({ ...skipped, at: Date.UTC(2027, 2, 28, 1, 30), rules: zoneRules() })
})
