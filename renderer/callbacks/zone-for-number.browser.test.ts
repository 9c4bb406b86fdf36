import { expect, test } from 'vitest'
import { knownZones } from './known-zones.ts'
import { zoneForNumber } from './zone-for-number.ts'
import { zonesOfCountry } from './zones-of-country.ts'

test.each([
  ['+372 5550 0142', ['Europe/Tallinn']],
  ['+49 30 1234567', ['Europe/Berlin']],
  ['+34 912 345 678', ['Europe/Madrid']],
  ['+380 44 123 4567', ['Europe/Kyiv']],
  ['+91 22 1234 5678', ['Asia/Kolkata']],
])('somebody with the number %s is most likely in %s', (number, zones) => {
  expect(zoneForNumber(number, 'UTC')).toEqual({ zones, by: 'number' })
})

test('an American may be in any of several zones, the likeliest first', () => {
  const { zones, by } = zoneForNumber('+1 202 555 0123', 'UTC')
  expect(by).toBe('number')
  expect(zones.slice(0, 4)).toEqual(['America/New_York', 'America/Chicago', 'America/Los_Angeles', 'America/Denver'])
  expect(zones.length).toBeLessThan(10)
})

test.each(['', '1234', 'sip:ana@example.org', 'hidden'])('"%s" does not tell, so it is the agent’s own zone', (number) => {
  expect(zoneForNumber(number, 'Europe/Berlin')).toEqual({ zones: ['Europe/Berlin'], by: 'agent' })
})

test('every zone that is offered is one the browser knows, by its present name', () => {
  const known = new Set(knownZones())
  const countries = ['US', 'CA', 'RU', 'AU', 'BR', 'MX', 'ID', 'CN', 'KZ', 'CD', 'AR', 'UA', 'UZ', 'MN', 'MY', 'PG', 'GL', 'EC']
  expect(countries.flatMap(zonesOfCountry).filter((zone) => !known.has(zone))).toEqual([])
  expect(known.has('Asia/Kolkata')).toBe(true)
  expect(known.has('Asia/Calcutta')).toBe(false)
})
