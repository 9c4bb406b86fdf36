import { expect, test } from 'vitest'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'
import { largePlaybook } from './large-playbook.ts'

test('the large playbook of the measurements has 500 steps and 5,000 phrases, and Steadyline reads it', () => {
  const read = readPlaybook(largePlaybook())
  if (!read.ok) throw new Error(JSON.stringify(read.failure[0]))
  const { steps, moments, kinds, commonGround, recovery } = read.value.playbook
  const phrases = [
    ...steps.flatMap(({ lines }) => lines),
    ...Object.values(moments).flatMap(({ lines }) => lines),
    ...kinds.flatMap(({ lines }) => Object.values(lines).flat()),
    ...commonGround,
    ...recovery,
  ]
  expect({ steps: steps.length, phrases: phrases.length }).toEqual({ steps: 500, phrases: 5000 })
})
