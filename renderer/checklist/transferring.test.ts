import { describe, expect, test } from 'vitest'
import { createActor, getNextSnapshot } from 'xstate'
import { createTestModel } from 'xstate/graph'
import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import type { BriefContent } from '../../shared/transfer/brief.ts'
import { type AskedPerson, hasFailed, noTransfer, transferEnding } from '../../shared/transfer/transfer-record.ts'
import { checklistMachine } from './checklist.machine.ts'
import type { ChecklistSnapshot } from './checklist.view.ts'
import type { ChecklistEvent, ChecklistInput, ChecklistOrder } from './checklist-setup.ts'
import { storedSnapshot } from './stored-snapshot.ts'

const input: ChecklistInput = { steps: ['open', 'agree'], kinds: [], triggers: [], ladder: [], options: [] }
const at = 1_700_000_000_000
const brief: BriefContent = {
  headline: 'Marta Kask needs a date she can trust.',
  caller: { name: 'Marta Kask', number: '+37255500142', verified: 'verified' },
  tone: '',
  situation: 'Order 88-1042 is late.',
  background: '',
  tried: '',
  request: 'A firm date, or a refund today.',
  avoid: '',
  readBack: '',
  topic: 'deliveries',
}
const jaan: AskedPerson = { id: 'jaan.tamm', name: 'Jaan Tamm', number: '201' }
const liis: AskedPerson = { id: 'liis.pold', name: 'Liis Põld', number: '202' }
const begin: ChecklistEvent = { type: 'route.transfer', at }
const told: ChecklistEvent = { type: 'transfer.told', at, said: 'I bring somebody in.' }
const askJaan: ChecklistEvent = { type: 'transfer.ask', at, briefId: 'b1', to: jaan, brief }
const askLiis: ChecklistEvent = { type: 'transfer.ask', at: at + 60_000, briefId: 'b2', to: liis, brief }
const accepted: ChecklistEvent = { type: 'brief.changed', briefId: 'b1', stage: 'accepted', reason: '', at: at + 5000 }
const declined: ChecklistEvent = { type: 'brief.changed', briefId: 'b1', stage: 'declined', reason: 'On a call', at: at + 5000 }
const timeUp: ChecklistEvent = { type: 'transfer.timeUp', briefId: 'b1', at: at + 30_000 }
const notSent: ChecklistEvent = { type: 'brief.notSent', briefId: 'b1', reason: 'brief.noHub', at }
const briefed: ChecklistEvent = { type: 'transfer.briefed', at, said: '' }
const introduced: ChecklistEvent = { type: 'transfer.introduced', at, said: 'This is Jaan.' }
const confirmed: ChecklistEvent = { type: 'transfer.confirmed', at, said: '' }
const handOver: ChecklistEvent = { type: 'transfer.handOver', at, said: 'Goodbye.' }
const drop: ChecklistEvent = { type: 'transfer.drop', at }
const goBack: ChecklistEvent = { type: 'transfer.return', at }
const another: ChecklistEvent = { type: 'transfer.another', at }
const calls = callsOfOneLine()
const ended: ChecklistEvent = { type: 'call.ended', call: calls.ended }
const passedOn: ChecklistEvent = { type: 'call.ended', call: calls.transferred }

describe('a warm transfer', () => {
  test('goes to its end stage by stage, each with the time and the words', () => {
    const { sendAll, transfer, stage } = onCall()
    sendAll(begin, told, askJaan, accepted, briefed, introduced, confirmed, handOver, passedOn)
    expect(stage()).toBe('wrappingUp')
    expect(transfer().entries.map((entry) => entry.stage)).toEqual([
      'tellingCaller',
      'choosing',
      'waiting',
      'briefing',
      'introducing',
      'confirming',
      'handingOver',
      'handedOver',
    ])
    expect(transfer().entries[5]).toEqual({ stage: 'confirming', at, said: 'This is Jaan.', reason: '' })
    expect(transferEnding(transfer(), 'transferred')).toBe('handedOver')
  })

  test('the same brief goes to the next one after a no, and nothing is typed again', () => {
    const { sendAll, transfer, stage, orders } = onCall()
    sendAll(begin, told, askJaan, declined)
    expect([stage(), transfer().brief]).toEqual(['choosing', brief])
    sendAll(askLiis)
    expect(transfer().attempts).toEqual([
      { briefId: 'b1', to: jaan, by: 'hub', at, result: 'declined', resultAt: at + 5000, reason: 'On a call' },
      { briefId: 'b2', to: liis, by: 'hub', at: at + 60_000, result: 'asked', resultAt: at + 60_000, reason: '' },
    ])
    expect(orders).toEqual([
      { type: 'brief.send', briefId: 'b1', to: jaan, brief },
      { type: 'brief.send', briefId: 'b2', to: liis, brief },
    ])
  })

  test('who does not answer in time gets the brief called back, and a later yes changes nothing', () => {
    const { sendAll, transfer, stage, orders } = onCall()
    sendAll(begin, told, askJaan, timeUp, accepted)
    expect([stage(), transfer().attempts.map(({ result }) => result)]).toEqual(['choosing', ['timedOut']])
    expect(orders.at(-1)).toEqual({ type: 'brief.withdraw', briefId: 'b1' })
  })

  test('a colleague who said yes is told when the agent keeps the call', () => {
    const { sendAll, orders } = onCall()
    sendAll(begin, told, askJaan, accepted, { type: 'transfer.return', at: at + 9000 })
    expect(orders.at(-1)).toEqual({ type: 'brief.withdraw', briefId: 'b1' })
  })

  test('the caller may hang up while a colleague is asked: the brief is called back and the record says where it stood', () => {
    const { sendAll, transfer, orders } = onCall()
    sendAll(begin, told, askJaan, ended)
    expect(orders.at(-1)).toEqual({ type: 'brief.withdraw', briefId: 'b1' })
    expect([transfer().entries.at(-1)?.stage, transferEnding(transfer(), 'caller-hung-up')]).toEqual(['waiting', 'brokenOff'])
  })

  test('an end in the middle of the introduction is no handing over, whatever the phone says', () => {
    const { sendAll, transfer } = onCall()
    sendAll(begin, told, askJaan, accepted, briefed, passedOn)
    expect(transferEnding(transfer(), 'transferred')).toBe('dropped')
  })

  test('the phone that lost the caller is named in the record', () => {
    const { sendAll, transfer } = onCall()
    sendAll(begin, told, askJaan, accepted, briefed, introduced, confirmed, handOver)
    expect(transferEnding(transfer(), 'transfer-failed')).toBe('failed')
  })

  test('an agent who thought better of it before a word was said leaves no trace', () => {
    const { sendAll, transfer, stage } = onCall()
    sendAll(begin, { type: 'route.back' })
    expect([stage(), transfer()]).toEqual(['handling', noTransfer])
  })

  test('nobody left becomes a promised callback, and the brief is kept', () => {
    const { sendAll, transfer, stage } = onCall()
    sendAll(begin, told, askJaan, declined, { type: 'route.promise', at })
    expect([stage(), transfer().brief, transferEnding(transfer(), 'agent-hung-up')]).toEqual([
      'promisingCallback',
      brief,
      'returned',
    ])
  })

  test('a window that is killed while a colleague is asked finds the same brief under the same id', () => {
    const { sendAll, actor } = onCall()
    sendAll(begin, told, askJaan)
    const stored = storedSnapshot(JSON.parse(JSON.stringify(actor.getPersistedSnapshot())))
    const resumed = createActor(checklistMachine, { input, snapshot: stored }).start()
    resumed.send(accepted)
    expect(resumed.getSnapshot().value).toMatchObject({ onCall: { route: { transferring: 'briefing' } } })
    expect(resumed.getSnapshot().context.transfer.attempts[0]?.briefId).toBe('b1')
  })

  test('a call stored before transfers had stages is resumed, on its transfer too', () => {
    const { sendAll, actor } = onCall()
    sendAll(begin)
    const persisted = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()))
    const { transfer: _later, ...context } = persisted.context
    const old = { ...persisted, context, value: { onCall: { ...persisted.value.onCall, route: 'transferring' } } }
    const resumed = createActor(checklistMachine, { input, snapshot: storedSnapshot(old) }).start()
    resumed.send(told)
    expect(resumed.getSnapshot().value).toMatchObject({ onCall: { route: { transferring: 'choosing' } } })
  })
})

describe('on every path through a transfer', () => {
  const events: ChecklistEvent[] = [
    { type: 'call.answered', call: calls.live },
    { type: 'call.held', call: calls.held },
    ended,
    passedOn,
    { type: 'step.tick', said: '', at },
    { type: 'step.undo' },
    begin,
    told,
    askJaan,
    askLiis,
    { type: 'transfer.askAloud', at, briefId: 'b3', to: liis, brief },
    accepted,
    declined,
    timeUp,
    notSent,
    { type: 'transfer.accepted', at },
    another,
    briefed,
    introduced,
    confirmed,
    handOver,
    { type: 'transfer.notHandedOver', at },
    drop,
    goBack,
    { type: 'route.promise', at },
    { type: 'route.back' },
  ]
  const states = createTestModel(checklistMachine)
    .getShortestPaths({
      input,
      events,
      filterEvents: ({ context }) => context.past.length < 1 && context.transfer.attempts.length < 2,
      serializeState: ({ value, context: { transfer, ...context } }) =>
        JSON.stringify([
          value,
          context.past.length,
          transfer.attempts.map(({ result, to }) => [result, to.id]),
          new Set(transfer.entries.map(({ stage }) => stage)).size,
        ]),
      allowDuplicatePaths: true,
    })
    .map(({ state }) => state)
  const moves = states.flatMap((before) =>
    events.map((event) => ({ before, event, after: getNextSnapshot(checklistMachine, before, event) })),
  )

  test('every stage is reached', () => {
    expect(new Set(states.map(stageIn).filter((stage) => stage !== null)).size).toBe(10)
  })

  test('nobody is handed over who was not introduced and confirmed', () => {
    const gone = moves.filter(
      ({ after }) => stageIn(after) === 'handedOver' || transferEnding(after.context.transfer, 'transferred') === 'handedOver',
    )
    expect(gone.length).toBeGreaterThan(0)
    const stages = (snapshot: ChecklistSnapshot) => snapshot.context.transfer.entries.map(({ stage }) => stage).join(' ')
    expect(gone.filter(({ after }) => !/introducing confirming handingOver/.test(stages(after)))).toEqual([])
  })

  test('whoever leaves earlier does it by one explicit word, and it is recorded', () => {
    const dropped = moves.filter(({ before, after }) => stageIn(before) !== 'dropped' && stageIn(after) === 'dropped')
    expect(new Set(dropped.map(({ event }) => event.type))).toEqual(new Set(['transfer.drop']))
    expect(dropped.filter(({ after }) => after.context.transfer.entries.at(-1)?.stage !== 'dropped')).toEqual([])
  })

  test('an attempt that comes to nothing leaves the brief as it was', () => {
    const lost = moves.filter(
      ({ before, after }) =>
        hasFailed(after.context.transfer.attempts.at(-1)?.result ?? 'asked') &&
        !hasFailed(before.context.transfer.attempts.at(-1)?.result ?? 'declined'),
    )
    expect(lost.length).toBeGreaterThan(0)
    expect(lost.filter(({ before, after }) => after.context.transfer.brief !== before.context.transfer.brief)).toEqual([])
  })

  test('from every stage there is a way back to the caller', () => {
    const stuck = states.filter((state) => stageIn(state) !== null && !state.can(goBack) && !state.can({ type: 'route.back' }))
    expect(stuck).toEqual([])
  })

  test('nothing that happened leaves the record, and undo takes back a step and no transfer', () => {
    const rewritten = moves.filter(
      ({ before, event, after }) =>
        !(stageIn(before) === 'tellingCaller' && event.type.startsWith('route.')) &&
        before.context.transfer.entries.some((entry, index) => after.context.transfer.entries[index] !== entry),
    )
    expect(rewritten).toEqual([])
    const undone = moves.filter(({ event, before }) => event.type === 'step.undo' && before.can(event))
    expect(undone.length).toBeGreaterThan(0)
    expect(undone.filter(({ before, after }) => before.context.transfer !== after.context.transfer)).toEqual([])
  })
})

function stageIn({ value }: ChecklistSnapshot): string | null {
  return typeof value === 'string' || typeof value.onCall.route === 'string' ? null : value.onCall.route.transferring
}

function onCall() {
  const actor = createActor(checklistMachine, { input }).start()
  const orders: ChecklistOrder[] = []
  actor.on('*', (order) => orders.push(order))
  actor.send({ type: 'call.answered', call: calls.live })
  return {
    actor,
    orders,
    sendAll: (...events: ChecklistEvent[]) => {
      for (const event of events) actor.send(event)
    },
    transfer: () => actor.getSnapshot().context.transfer,
    stage: () => {
      const { value } = actor.getSnapshot()
      if (typeof value === 'string') return value
      return typeof value.onCall.route === 'string' ? value.onCall.route : value.onCall.route.transferring
    },
  }
}

function callsOfOneLine() {
  const common = { dialer: 'baresip', ref: 'a', party: { name: 'Marta Kask', number: '+37255500142' } } as const
  const follow = (before: Call | null, report: CallReport): Call => {
    const call = callAfter(before, report, { mono: 0, wall: at })
    if (call === null) throw new Error(`${report.type} was absorbed`)
    return call
  }
  const live = follow(null, { type: 'call.answered', ...common })
  const held = follow(live, { type: 'call.held', ...common })
  const ended = follow(live, { type: 'call.ended', ...common, end: { by: 'far-end' } })
  const transferred = follow(live, { type: 'call.ended', ...common, end: { by: 'agent', outcome: 'transferred' } })
  return { live, held, ended, transferred }
}
