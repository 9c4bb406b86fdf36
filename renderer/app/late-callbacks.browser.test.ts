import { expect, test } from 'vitest'
import type { Alarm } from '../../shared/callbacks/alarm.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { CompanionBridge, RequestChannel } from '../../shared/contract.ts'
import { writable } from '../../shared/readable.ts'
import { failed, success } from '../../shared/result.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { CallbackStore } from '../callbacks/callback-store.ts'
import { alarmOf, dueCallback } from '../callbacks/due-callback.ts'
import { fakeCallbackStore } from '../callbacks/fake-callbacks.ts'
import type { PromiseDraft } from '../callbacks/promise-draft.ts'
import { fakeBriefStore, receivedBrief } from '../transfer/fake-briefs.ts'
import { fakeSteadyline } from './fake-steadyline.ts'
import { lateCallbacks } from './late-callbacks.ts'

test('while nothing is promised no work is loaded, and what main still had rings no more', async () => {
  const { late, asked } = desk()
  await late.caughtUp([])
  expect([late.loaded(), asked]).toEqual([null, [{ channel: 'alarms.arm', payload: [] }]])
})

test('news that no promise can be about wakes nothing', async () => {
  const { late } = desk([dueCallback(30, { state: 'kept' })])
  let heard = 0
  await late.hear(async () => {
    heard += 1
  })
  expect([heard, late.loaded()]).toEqual([0, null])
})

test('the store is not asked at every event of a call whether anything is promised', async () => {
  const store = fakeCallbackStore([dueCallback(30, { state: 'kept' })])
  let asked = 0
  const { late } = desk([], {
    ...store,
    async isAnyOpen() {
      asked += 1
      return store.isAnyOpen()
    },
  })
  for (let event = 0; event < 3; event += 1) await late.hear(async () => undefined)
  expect([asked, late.loaded()]).toEqual([0, null])
})

test.each(['at once', 'at the next start'])(
  'a deputy gives the only promise back, heard %s, and it rings here again',
  async (when) => {
    const briefId = crypto.randomUUID()
    const deputy = { id: 'jaan.tamm', name: 'Jaan Tamm', briefId }
    const callback = dueCallback(-20, { keeper: 'deputy', deputy, state: 'handedOver' })
    const { brief, ...record } = receivedBrief({ direction: 'sent', stage: 'withdrawn' })
    const { wall, zone, fold, at } = callback.due
    const promised = { wall, zone, fold, at, kind: 'callback', reason: '', promised: '' } as const
    const withdrawn = { ...record, brief: { ...brief, id: briefId, callback: promised } }
    const { late, asked } = desk([callback], undefined, when === 'at once' ? [] : [withdrawn])
    if (when === 'at once') await late.briefChanged(withdrawn)
    else await late.caughtUp([])
    expect(asked[0]).toEqual({ channel: 'alarm.set', payload: expect.objectContaining({ id: callback.id }) })
  },
)

test('a window that another one took the desk from silences nothing when its line is back', async () => {
  const { late, asked } = desk([], { ...fakeCallbackStore([]), isAnyOpen: async () => stopped, openIds: async () => stopped })
  await late.caughtUp([])
  expect(asked).toEqual([])
})

test('an open promise has the work loaded at the start, and main rings by it', async () => {
  const callback = dueCallback(30)
  const { late, asked } = desk([callback])
  await late.caughtUp([])
  expect(asked).toEqual([{ channel: 'alarms.arm', payload: [expect.objectContaining({ id: callback.id })] }])
})

test('an alarm whose callback is gone has the work loaded, which silences it', async () => {
  const gone = dueCallback(-5)
  const { late, asked, alarms } = desk()
  alarms.set([alarmOf(gone)])
  await late.hear((run) => run.alarmChanged(gone.id))
  expect(asked).toEqual([{ channel: 'alarm.clear', payload: { callbackId: gone.id } }])
})

test('the first promise of all is kept and rings, and from then on news is heard in the order it came', async () => {
  const { late, asked } = desk()
  const made = await late.callbacks.promise(draft)
  expect(asked.map(({ channel }) => channel)).toEqual(['alarm.set'])
  const order: string[] = []
  await Promise.all([
    late.hear(async () => void order.push('first')),
    late.hear(async () => void order.push('second')),
    late.hear(async () => void order.push('third')),
  ])
  expect([made.ok, order]).toEqual([true, ['first', 'second', 'third']])
})

test('two screens that need the work at once share it', async () => {
  const { late } = desk([dueCallback(30)])
  const runs: unknown[] = []
  await Promise.all([late.hear(async (run) => void runs.push(run)), late.hear(async (run) => void runs.push(run))])
  expect(runs).toEqual([late.loaded(), late.loaded()])
})

const time = dueCallback(60).due
const draft: PromiseDraft = {
  ...{ kind: 'callback', callId: null, reason: 'Where the order is', topic: '', promised: '', priority: 'normal' },
  ...{ keeper: 'me', deputy: null, notes: '', practice: false },
  person: { name: 'Marta Kask', number: '+37255500142' },
  time,
}

const stopped = failed({ kind: 'storage.stopped', cause: 'TakenByAnotherWindow' } as const)

function desk(
  callbacks: readonly Callback[] = [],
  store: CallbackStore = fakeCallbackStore(callbacks),
  briefs: readonly BriefRecord[] = [],
) {
  const asked: { readonly channel: RequestChannel; readonly payload: unknown }[] = []
  const companion = {
    async request(channel: RequestChannel, payload: unknown) {
      asked.push({ channel, payload })
      return success(null)
    },
    on: () => () => undefined,
  } as unknown as CompanionBridge
  const alarms = writable<readonly Alarm[]>([])
  const late = lateCallbacks({
    ...{ companion, alarms, store },
    mirror: fakeSteadyline().mirror,
    calls: { find: async () => success(undefined) },
    briefs: fakeBriefStore(briefs),
  })
  return { late, asked, alarms }
}
