import { expect, test } from 'vitest'
import { zoneOfWindows } from './zone-of-windows.ts'

test.each([
  ['Central Standard Time', 'UTC', 'America/Chicago'],
  ['FLE Standard Time', 'UTC', 'Europe/Kyiv'],
  ['FLE Standard Time', 'Europe/Tallinn', 'Europe/Tallinn'],
  ['Customized Time Zone', 'Europe/Tallinn', null],
  ['constructor', 'UTC', null],
])('what Windows calls %s is, seen from %s, %s', (name, here, zone) => {
  expect(zoneOfWindows(name, here)).toBe(zone)
})
