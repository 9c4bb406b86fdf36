import { expect, test } from 'vitest'
import { failed, success } from '../../shared/result.ts'
import { writeBehind } from './write-behind.ts'

interface Row {
  readonly id: string
  readonly step: number
}

test('the latest of each row is written, together, after the frame', async () => {
  const { rows, writes } = writing()
  rows.put({ id: 'a', step: 1 })
  rows.put({ id: 'b', step: 1 })
  rows.put({ id: 'a', step: 2 })
  expect(writes).toEqual([])
  expect(await rows.settled()).toBe(true)
  expect(writes).toEqual([
    [
      { id: 'b', step: 1 },
      { id: 'a', step: 2 },
    ],
  ])
})

test('what comes while a write is under way goes with the next, never before it', async () => {
  const { rows, writes, hold } = writing()
  const release = hold()
  rows.put({ id: 'a', step: 1 })
  await expect.poll(() => writes.length).toBe(1)
  rows.put({ id: 'a', step: 2 })
  rows.put({ id: 'a', step: 3 })
  release()
  expect(await rows.settled()).toBe(true)
  expect(writes).toEqual([[{ id: 'a', step: 1 }], [{ id: 'a', step: 3 }]])
})

test('a window that goes away writes at once', async () => {
  const { rows, writes } = writing()
  rows.put({ id: 'a', step: 1 })
  dispatchEvent(new Event('pagehide'))
  await Promise.resolve()
  expect(writes).toEqual([[{ id: 'a', step: 1 }]])
})

test('a store that has stopped is not called saved', async () => {
  const { rows, fail } = writing()
  fail()
  rows.put({ id: 'a', step: 1 })
  expect(await rows.settled()).toBe(false)
})

function writing() {
  const writes: (readonly Row[])[] = []
  let gate = Promise.resolve()
  let works = true
  const rows = writeBehind<Row>(
    ({ id }) => id,
    async (batch) => {
      writes.push(batch)
      await gate
      return works ? success(undefined) : failed('stopped')
    },
  )
  return {
    rows,
    writes,
    fail() {
      works = false
    },
    hold() {
      let release = () => undefined as undefined
      gate = new Promise((resolve) => {
        release = () => void resolve()
      })
      return () => release()
    },
  }
}
