import { expect, test } from 'vitest'
import { rulesName, zoneRules } from './zone-rules.ts'

test('the rules have one short name as long as they are the same', () => {
  expect(zoneRules()).toMatch(/^\d{4}-[0-9a-f]{8}$/)
  expect(rulesName(Intl.supportedValuesOf('timeZone'), 2026)).toBe(rulesName(Intl.supportedValuesOf('timeZone'), 2026))
})

test('zones whose clocks agree in the coming years share a name, and others do not', () => {
  const [tallinn, helsinki, berlin, tokyo] = ['Tallinn', 'Helsinki', 'Berlin']
    .map((city) => rulesName([`Europe/${city}`], 2026))
    .concat(rulesName(['Asia/Tokyo'], 2026))
  expect(helsinki).toBe(tallinn)
  expect(new Set([tallinn, berlin, tokyo]).size).toBe(3)
})

test('one zone with other rules is another name for all', () => {
  const cities = ['Europe/Tallinn', 'Europe/Berlin', 'Africa/Cairo']
  expect(rulesName([...cities, 'Asia/Tokyo'], 2026)).not.toBe(rulesName([...cities, 'Asia/Kolkata'], 2026))
})
