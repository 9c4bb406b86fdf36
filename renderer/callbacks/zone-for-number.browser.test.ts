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

test.each([
  ['+1 415 555 0123', ['America/Los_Angeles']],
  ['+1 212 555 0123', ['America/New_York']],
  ['+1 602 555 0123', ['America/Phoenix']],
  ['+1 604 555 0123', ['America/Vancouver']],
  ['+1 306 555 0123', ['America/Regina']],
  ['+61 8 9222 0123', ['Australia/Perth', 'Australia/Adelaide']],
  ['+7 423 222 0123', ['Asia/Vladivostok']],
  ['+55 92 3212 0123', ['America/Manaus']],
])('the area of the number %s says more than its country', (number, zones) => {
  expect(zoneForNumber(number, 'UTC')).toEqual({ zones, by: 'number' })
})

test('an area over two zones is asked about, and no more than those', () => {
  expect(zoneForNumber('+1 775 555 0123', 'UTC').zones).toEqual(['America/Los_Angeles', 'America/Boise'])
})

test('an Australian mobile phone may be in any of several zones, the likeliest first', () => {
  const { zones, by } = zoneForNumber('+61 412 345 678', 'UTC')
  expect(by).toBe('number')
  expect(zones.slice(0, 3)).toEqual(['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth'])
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
