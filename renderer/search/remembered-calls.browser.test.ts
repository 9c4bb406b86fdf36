import { afterEach, expect, test } from 'vitest'
import type { CallId } from '../../shared/call/call.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { type RememberedCalls, rememberedCalls } from './remembered-calls.ts'

const database = new SteadylineDatabase(`remembered-calls-test-${crypto.randomUUID()}`)
const storage = createStorage(database)
let remembered: RememberedCalls

afterEach(async () => {
  remembered.stop()
  await Promise.all(database.tables.map((table) => table.clear()))
})

test('a call that was read is known without the store, until it or its note is changed or deleted', async () => {
  await begin('a', 'b')
  const first = await read('b', 'a')
  expect(first).toEqual([
    ['b', 'Wants b'],
    ['a', 'Wants a'],
  ])
  const transactions = counted()
  expect(await read('a', 'b')).toEqual([...first].reverse())
  expect(transactions()).toBe(0)
  await write('a', 'Wants it back')
  expect(await read('a', 'b')).toEqual([
    ['a', 'Wants it back'],
    ['b', 'Wants b'],
  ])
  await database.notes.delete('baresip:b')
  expect(await read('b')).toEqual([['b', null]])
  await database.calls.delete('baresip:b')
  expect(await read('a', 'b')).toEqual([['a', 'Wants it back']])
  await database.calls.clear()
  expect(await read('a')).toEqual([])
})

test('what was read while a record changed is not remembered', async () => {
  await begin('a')
  const reading = read('a')
  await write('a', 'Wants it back')
  await reading
  expect(await read('a')).toEqual([['a', 'Wants it back']])
})

test('the newest calls are known before anybody asks', async () => {
  await begin('a', 'b', 'c')
  await remembered.readNewest(storage)
  const transactions = counted()
  expect(await read('c', 'b', 'a')).toHaveLength(3)
  expect(transactions()).toBe(0)
})

test('nothing that is remembered is shown after the store has stopped', async () => {
  await begin('a')
  await read('a')
  const stopping = createStorage(new SteadylineDatabase(`remembered-calls-test-${crypto.randomUUID()}`))
  await stopping.open(null)
  await stopping.run(() => Promise.reject(new Error('the disk is gone')))
  expect((await stopping.run((opened) => remembered.read(opened, ['baresip:a']))).ok).toBe(false)
})

/** How many transactions were begun since. */
function counted(): () => number {
  const { transaction } = IDBDatabase.prototype
  let count = 0
  IDBDatabase.prototype.transaction = function (...all: Parameters<typeof transaction>) {
    count += 1
    return transaction.apply(this, all)
  }
  return () => {
    IDBDatabase.prototype.transaction = transaction
    return count
  }
}

async function begin(...refs: readonly string[]): Promise<void> {
  if (storage.state.get().kind !== 'open') await storage.open(null)
  for (const [index, ref] of refs.entries()) {
    const report = { type: 'call.answered', dialer: 'baresip', ref, party: { name: ref, number: '' } } as const
    const call = callAfter(null, report, { mono: 0, wall: index })
    if (call === null) throw new Error('a first report opens a call')
    await database.calls.put(call)
    await write(ref, `Wants ${ref}`)
  }
  remembered = rememberedCalls()
}

async function write(ref: string, text: string): Promise<void> {
  const note = { state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', handling: null, practice: false } as const
  await database.notes.put({ id: `baresip:${ref}`, text, ...note, createdAt: 1, updatedAt: 1 })
}

async function read(...refs: readonly string[]): Promise<readonly (readonly [string, string | null])[]> {
  const ids = refs.map((ref): CallId => `baresip:${ref}`)
  const found = await storage.run((opened) => remembered.read(opened, ids))
  if (!found.ok) throw new Error(found.failure.cause)
  return found.value.map(({ call, note }) => [call.id.slice('baresip:'.length), note?.text ?? null])
}
