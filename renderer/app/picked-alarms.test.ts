import { afterEach, expect, test, vi } from 'vitest'
import type { BroadcastListener } from '../../shared/contract.ts'
import { pickedAlarms } from './picked-alarms.ts'

const minute = 60_000

afterEach(() => void vi.useRealTimers())

test('what is picked before a screen listens is heard by the first that does, once and in order', () => {
  const { by, pick, picked, heard } = picking()
  pick('a')
  pick('b')
  const off = picked(heard('bar'))
  pick('c')
  off()
  pick('d')
  picked(heard('next bar'))
  expect(by).toEqual(['bar a', 'bar b', 'bar c', 'next bar d'])
})

test('the screen that goes silences none that came meanwhile', () => {
  const { by, pick, picked, heard } = picking()
  const off = picked(heard('bar'))
  picked(heard('next bar'))
  off()
  pick('a')
  expect(by).toEqual(['next bar a'])
})

test('what was picked long before anybody listens is not done any more', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { by, pick, picked, heard } = picking()
  pick('a')
  vi.setSystemTime(Date.now() + minute)
  pick('b')
  picked(heard('bar'))
  expect(by).toEqual(['bar b'])
})

function picking() {
  let told: BroadcastListener<'alarm.picked'> = () => undefined
  const by: string[] = []
  const on = (_channel: unknown, listener: unknown) => {
    told = listener as typeof told
    return () => undefined
  }
  return {
    by,
    pick: (callbackId: string) => told({ callbackId, action: 'call' }, 0),
    picked: pickedAlarms({ on }),
    heard: (who: string) => (picked: { readonly callbackId: string }) => void by.push(`${who} ${picked.callbackId}`),
  }
}
