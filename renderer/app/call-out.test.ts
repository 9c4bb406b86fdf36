import { expect, test } from 'vitest'
import type { DialRequest } from '../../shared/contract.ts'
import { failed, success } from '../../shared/result.ts'
import { callOut } from './call-out.ts'

const number = '+37255500142'
const cannot = failed({ kind: 'dialer.cannot', dialer: 'manual' } as const)
const busy = failed({ kind: 'dialer.busy', dialer: 'baresip' } as const)
const byHand = success({ by: 'hand' } as const)
const byDialer = success({ by: 'dialer' } as const)

type Answer = typeof cannot | typeof busy | typeof byHand | typeof byDialer

async function called(through: DialRequest['through'], answers: Partial<Record<DialRequest['through'], Answer>>) {
  const ways: string[] = []
  const done = await callOut({ number, through }, async (order) => {
    ways.push(order.through)
    return answers[order.through] ?? cannot
  })
  return { ways, done }
}

test('a dialer that can call is asked alone', async () => {
  expect(await called('dialer', { dialer: byDialer })).toEqual({ ways: ['dialer'], done: byDialer })
})

test('where no dialer can, the program of the system does it', async () => {
  expect(await called('dialer', { system: byHand })).toEqual({ ways: ['dialer', 'system'], done: byHand })
})

test('where nothing can, the agent is told so', async () => {
  expect(await called('dialer', {})).toEqual({ ways: ['dialer', 'system'], done: cannot })
})

test('a caller on the line is not put on hold by the back door', async () => {
  expect(await called('dialer', { dialer: busy, system: byHand })).toEqual({ ways: ['dialer'], done: busy })
})

test('practice calls nobody real, whatever fails', async () => {
  expect(await called('practice', { system: byHand })).toEqual({ ways: ['practice'], done: cannot })
})
