import { describe, expect, test } from 'vitest'
import { createActor, getNextSnapshot } from 'xstate'
import { createTestModel } from 'xstate/graph'
import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { checklistMachine } from './checklist.machine.ts'
import type { ChecklistSnapshot } from './checklist.view.ts'
import type { ChecklistEvent, ChecklistInput, ChecklistOrder } from './checklist-setup.ts'

const input: ChecklistInput = {
  steps: ['open', 'listen', 'agree'],
  kinds: ['demanding', 'emotional'],
  triggers: ['unheard'],
  ladder: ['statement', 'warning', 'end'],
  options: [{ id: 'refund', grantedBy: 'agent', limit: { amount: 50, currency: 'EUR' } }],
}
const at = 1_700_000_000_000
const calls = callsOfOneLine()
const tick: ChecklistEvent = { type: 'step.tick', said: 'Good morning.', at }
const skip: ChecklistEvent = { type: 'step.skip', at }
const undo: ChecklistEvent = { type: 'step.undo' }
const done = { mark: 'done', said: 'Good morning.', at }
const skipped = { mark: 'skipped', said: '', at }
const resolved: ChecklistEvent = { type: 'outcome.change', change: { disposition: 'resolved' } }

describe('the agent walks the steps', () => {
  test('ticking goes on to the next open step, and past the last one there is none', () => {
    const { send, progress } = onCall()
    send(tick)
    expect(progress()).toMatchObject({ current: 'listen', marks: { open: done } })
    send(skip)
    send(tick)
    expect(progress()).toMatchObject({ current: null, marks: { open: done, listen: skipped, agree: done } })
  })

  test('a step jumped over is met again', () => {
    const { send, progress } = onCall()
    send({ type: 'step.jump', step: 'agree' })
    send(tick)
    expect(progress()).toMatchObject({ current: 'open', marks: { agree: done } })
  })

  test('a jump to a step that is not there goes nowhere', () => {
    const { send, progress } = onCall()
    send({ type: 'step.jump', step: 'nowhere' })
    expect(progress()).toMatchObject({ current: 'open', marks: {} })
  })

  test('undo takes back one move at a time, to the line and the kind of client that were there', () => {
    const { send, progress, actor } = onCall()
    send({ type: 'line.next' })
    const before = progress()
    send(tick)
    send({ type: 'kind.choose', kind: 'emotional' })
    send({ type: 'trigger.toggle', trigger: 'unheard' })
    send({ type: 'step.jump', step: 'agree' })
    for (let move = 0; move < 4; move += 1) send(undo)
    expect(progress()).toEqual(before)
    expect(actor.getSnapshot().can(undo)).toBe(false)
  })

  test('another kind of client starts again at its first line and keeps every mark', () => {
    const { send, progress } = onCall()
    send(tick)
    send({ type: 'line.next' })
    send({ type: 'kind.choose', kind: 'demanding' })
    expect(progress()).toMatchObject({ current: 'listen', marks: { open: done }, line: 0, kind: 'demanding' })
  })
})

describe('the call moves the checklist', () => {
  test('hold pauses the steps and the way back finds the same one', () => {
    const { send, progress, actor } = onCall()
    send(tick)
    send({ type: 'call.held', call: calls.held })
    send(tick)
    expect([actor.getSnapshot().matches({ onCall: { talk: 'held' } }), progress().current]).toEqual([true, 'listen'])
    send({ type: 'call.resumed', call: calls.live })
    expect([actor.getSnapshot().matches({ onCall: { talk: 'live' } }), progress().current]).toEqual([true, 'listen'])
  })

  test('a call found on hold starts on hold', () => {
    const actor = createActor(checklistMachine, { input }).start()
    actor.send({ type: 'call.held', call: calls.held })
    expect(actor.getSnapshot().value).toEqual({ onCall: { talk: 'held', conduct: 'steady', route: 'handling' } })
  })

  test('a call nobody answered asks for no wrap-up', () => {
    const actor = createActor(checklistMachine, { input }).start()
    actor.send({ type: 'call.ringing', call: calls.ringing })
    actor.send({ type: 'call.ended', call: calls.missed })
    expect(actor.getSnapshot()).toMatchObject({ value: 'unanswered', status: 'done' })
  })

  test('the caller may hang up in the middle of a step, on any route', () => {
    const { send, progress, actor } = onCall()
    send(tick)
    send({ type: 'route.part', at })
    send({ type: 'call.ended', call: calls.ended })
    expect([actor.getSnapshot().value, progress()]).toMatchObject(['wrappingUp', { current: 'listen', marks: { open: done } }])
  })
})

describe('the boundary ladder', () => {
  test('goes up, also past a rung, and writes down when each was said', () => {
    const { send, ladder } = onCall()
    send({ type: 'ladder.climb', rung: 'statement', said: 'Please.', at })
    send({ type: 'ladder.climb', rung: 'end', said: 'Goodbye.', at: at + 60_000 })
    expect(ladder()).toEqual([
      { rung: 'statement', said: 'Please.', at },
      { rung: 'end', said: 'Goodbye.', at: at + 60_000 },
    ])
  })

  test('does not go down, and only the agent takes it away, on the record', () => {
    const { send, ladder, actor } = onCall()
    send({ type: 'ladder.climb', rung: 'warning', said: 'Once.', at })
    expect(actor.getSnapshot().can({ type: 'ladder.climb', rung: 'statement', said: '', at })).toBe(false)
    send({ type: 'ladder.reset', at: at + 5_000 })
    expect(ladder()).toEqual([
      { rung: 'warning', said: 'Once.', at },
      { rung: null, said: '', at: at + 5_000 },
    ])
    expect(actor.getSnapshot().can({ type: 'ladder.climb', rung: 'statement', said: '', at })).toBe(true)
  })
})

describe('the wrap-up', () => {
  test('orders the note to be saved and is over only when it is', () => {
    const { send, actor, orders } = wrappingUp()
    send(resolved)
    send({ type: 'wrapUp.save' })
    expect([actor.getSnapshot().value, orders]).toEqual(['saving', [{ type: 'note.save' }]])
    send({ type: 'note.saved' })
    expect(actor.getSnapshot()).toMatchObject({ value: 'wrappedUp', status: 'done' })
  })

  test('says so when the note could not be saved, and can try again', () => {
    const { send, actor, orders } = wrappingUp()
    send(resolved)
    send({ type: 'wrapUp.save' })
    send({ type: 'note.notSaved' })
    expect(actor.getSnapshot()).toMatchObject({
      value: 'wrappingUp',
      context: { saveFailed: true, outcome: { disposition: 'resolved' } },
    })
    send({ type: 'wrapUp.save' })
    expect(orders.length).toBe(2)
  })

  test("an option above the agent's limit needs the name of whoever allowed it", () => {
    const { send, actor } = wrappingUp()
    const save: ChecklistEvent = { type: 'wrapUp.save' }
    send(resolved)
    send({ type: 'outcome.change', change: { granted: [{ option: 'refund', amount: null, approver: '' }] } })
    expect(actor.getSnapshot().can(save)).toBe(false)
    send({ type: 'outcome.change', change: { granted: [{ option: 'refund', amount: 50, approver: '' }] } })
    expect(actor.getSnapshot().can(save)).toBe(true)
    send({ type: 'outcome.change', change: { granted: [{ option: 'refund', amount: 51, approver: ' ' }] } })
    expect(actor.getSnapshot().can(save)).toBe(false)
    send({ type: 'outcome.change', change: { granted: [{ option: 'refund', amount: 51, approver: 'Jaan Tamm' }] } })
    expect(actor.getSnapshot().can(save)).toBe(true)
  })
})

test('a stored snapshot resumes on the same step, rung and route', () => {
  const { send, actor } = onCall()
  send(tick)
  send({ type: 'ladder.climb', rung: 'warning', said: 'Once.', at })
  send({ type: 'route.part', at })
  const stored = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()))
  const resumed = createActor(checklistMachine, { input, snapshot: stored }).start()
  expect(resumed.getSnapshot().context).toEqual(actor.getSnapshot().context)
  expect(resumed.getSnapshot().value).toEqual({ onCall: { talk: 'live', conduct: 'onLadder', route: 'partingWays' } })
})

describe('on every path through the machine', () => {
  const events: ChecklistEvent[] = [
    { type: 'call.ringing', call: calls.ringing },
    { type: 'call.answered', call: calls.live },
    { type: 'call.held', call: calls.held },
    { type: 'call.resumed', call: calls.live },
    { type: 'call.ended', call: calls.ended },
    { type: 'call.ended', call: calls.missed },
    tick,
    skip,
    undo,
    { type: 'step.jump', step: 'agree' },
    { type: 'line.next' },
    { type: 'kind.choose', kind: 'demanding' },
    { type: 'trigger.toggle', trigger: 'unheard' },
    { type: 'ladder.climb', rung: 'statement', said: 'Please.', at },
    { type: 'ladder.climb', rung: 'end', said: 'Goodbye.', at },
    { type: 'ladder.reset', at },
    { type: 'route.transfer', at },
    { type: 'route.promise', at },
    { type: 'route.part', at },
    { type: 'route.back' },
    { type: 'parting.approve', by: 'Jaan Tamm' },
    resolved,
    { type: 'wrapUp.save' },
    { type: 'note.saved' },
    { type: 'note.notSaved' },
  ]
  const states = createTestModel(checklistMachine)
    .getShortestPaths({
      input: { ...input, steps: ['open', 'agree'] },
      events,
      filterEvents: ({ context }) => context.past.length < 2 && context.line < 1 && context.ladder.length < 2,
      serializeState: ({ value, context }) => JSON.stringify([value, { ...context, past: context.past.length }]),
      allowDuplicatePaths: true,
    })
    .map(({ state }) => state)
  const moves = states.flatMap((before) =>
    events.map((event) => ({ before, event, after: getNextSnapshot(checklistMachine, before, event) })),
  )

  test('every state is reached', () => {
    const reached = new Set(
      states.flatMap(({ value }): string[] =>
        typeof value === 'string'
          ? [value]
          : Object.values(value.onCall).map((part) => (typeof part === 'string' ? part : 'transferring')),
      ),
    )
    expect(reached).toEqual(
      new Set([
        ...['waiting', 'wrappingUp', 'saving', 'wrappedUp', 'unanswered'],
        ...['live', 'held', 'steady', 'onLadder', 'handling', 'transferring', 'promisingCallback', 'partingWays'],
      ]),
    )
  })

  test('no call is wrapped up without a disposition', () => {
    const wrapped = states.filter((state) => state.matches('wrappedUp') || state.matches('saving'))
    expect(wrapped.length).toBeGreaterThan(0)
    expect(wrapped.filter(({ context }) => context.outcome.disposition === null)).toEqual([])
  })

  test('the agent moves through steps only while the call is live', () => {
    const moved = moves.filter(({ event, before, after }) => event.type.startsWith('step.') && before.context !== after.context)
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.filter(({ before }) => !before.matches({ onCall: { talk: 'live' } }))).toEqual([])
  })

  test('the ladder never goes down by itself, and nothing said leaves the record', () => {
    const height = (state: ChecklistSnapshot) => input.ladder.indexOf(state.context.ladder.at(-1)?.rung ?? '')
    const lowered = moves.filter(({ before, after }) => height(after) < height(before))
    expect(new Set(lowered.map(({ event }) => event.type))).toEqual(new Set(['ladder.reset']))
    const rewritten = moves.filter(({ before, after }) =>
      before.context.ladder.some((entry, index) => after.context.ladder[index] !== entry),
    )
    expect(rewritten).toEqual([])
  })

  test('undo after any move restores what was there before it', () => {
    const undoable = moves.filter(
      ({ before, after }) =>
        after.matches({ onCall: { talk: 'live' } }) && after.context.past.length > before.context.past.length,
    )
    expect(new Set(undoable.map(({ event }) => event.type))).toEqual(
      new Set(['step.tick', 'step.skip', 'step.jump', 'kind.choose', 'trigger.toggle']),
    )
    const notRestored = undoable.filter(
      ({ before, after }) =>
        JSON.stringify(progressOf(getNextSnapshot(checklistMachine, after, undo))) !== JSON.stringify(progressOf(before)),
    )
    expect(notRestored).toEqual([])
  })
})

function progressOf({ context: { current, marks, line, kind, triggers } }: ChecklistSnapshot) {
  return { current, marks, line, kind, triggers }
}

function onCall() {
  const actor = createActor(checklistMachine, { input }).start()
  const orders: ChecklistOrder[] = []
  actor.on('note.save', (order) => orders.push(order))
  actor.send({ type: 'call.ringing', call: calls.ringing })
  actor.send({ type: 'call.answered', call: calls.live })
  return {
    actor,
    orders,
    send: actor.send,
    progress: () => progressOf(actor.getSnapshot()),
    ladder: () => actor.getSnapshot().context.ladder,
  }
}

function wrappingUp() {
  const line = onCall()
  line.send({ type: 'call.ended', call: calls.ended })
  return line
}

function callsOfOneLine() {
  const common = { dialer: 'baresip', ref: 'a', party: { name: 'Marta Kask', number: '+37255500142' } } as const
  const follow = (before: Call | null, report: CallReport): Call => {
    const call = callAfter(before, report, { mono: 0, wall: 0 })
    if (call === null) throw new Error(`${report.type} was absorbed`)
    return call
  }
  const ringing = follow(null, { type: 'call.ringing', ...common })
  const live = follow(ringing, { type: 'call.answered', ...common })
  const held = follow(live, { type: 'call.held', ...common })
  const ended = follow(live, { type: 'call.ended', ...common, end: { by: 'far-end' } })
  const missed = follow(ringing, { type: 'call.ended', ...common, end: { by: 'far-end' } })
  return { ringing, live, held, ended, missed }
}
