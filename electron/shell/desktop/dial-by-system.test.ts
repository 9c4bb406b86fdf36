import { beforeEach, expect, it, test } from 'vitest'
import { dialBySystem } from './dial-by-system.ts'

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
let opened: string[]

beforeEach(() => {
  opened = []
})

function dialled(number: string, open = async (uri: string) => void opened.push(uri)): Promise<boolean> {
  return dialBySystem(number, { open, log: silent })
}

test('a number that was ordered reaches the system as a tel: address', async () => {
  expect(await dialled('+372 5550 0142 ext. 7')).toBe(true)
  expect(opened).toEqual(['tel:+37255500142;ext=7'])
})

it.each(['https://example.org', 'file:///bin/sh', 'sip:ana@example.org', 'smb://x', 'javascript:1', '', '*21*112#', 'tel:'])(
  'nothing is opened for %j',
  async (number) => {
    expect(await dialled(number)).toBe(false)
    expect(opened).toEqual([])
  },
)

test('a system without a program that dials says so, and the agent dials by hand', async () => {
  expect(await dialled('112', () => Promise.reject(new Error('no application')))).toBe(false)
})
