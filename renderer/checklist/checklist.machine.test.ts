import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createActor, getNextSnapshot } from 'xstate'
import { createTestModel } from 'xstate/graph'
import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { type ChecklistEvent, type ChecklistOrder, checklistMachine } from './checklist.machine.ts'
import type { ChecklistSnapshot } from './checklist.view.ts'

const steps = ['open', 'listen', 'agree']
const calls = callsOfOneLine()

describe('the agent walks the steps', () => {
  test('ticking goes on to the next open step, and past the last one there is none', () => {
    const { send, at } = onCall()
    send('step.tick')
    expect(at()).toEqual({ current: 'listen', marks: { open: 'done' } })
    send('step.skip')
    send('step.tick')
    expect(at()).toEqual({ current: null, marks: { open: 'done', listen: 'skipped', agree: 'done' } })
  })

  test('a step jumped over is met again', () => {
    const { send, at } = onCall()
    send({ type: 'step.jump', step: 'agree' })
    send('step.tick')
    expect(at()).toEqual({ current: 'open', marks: { agree: 'done' } })
  })

  test('a jump to a step that is not there goes nowhere', () => {
    const { send, at } = onCall()
    send({ type: 'step.jump', step: 'nowhere' })
    expect(at()).toEqual({ current: 'open', marks: {} })
  })

  test('undo takes back one move at a time, to the line that was shown', () => {
    const { send, actor } = onCall()
    send('line.next')
    const before = actor.getSnapshot().context
    send('step.tick')
    send({ type: 'step.jump', step: 'agree' })
    send('step.undo')
    send('step.undo')
    expect(actor.getSnapshot().context).toEqual(before)
    expect(actor.getSnapshot().can({ type: 'step.undo' })).toBe(false)
  })
})

describe('the call moves the checklist', () => {
  test('hold pauses it and the way back finds the same step', () => {
    const { send, at, actor } = onCall()
    send('step.tick')
    send({ type: 'call.held', call: calls.held })
    send('step.tick')
    expect([actor.getSnapshot().value, at().current]).toEqual(['held', 'listen'])
    send({ type: 'call.resumed', call: calls.live })
    expect([actor.getSnapshot().value, at().current]).toEqual(['live', 'listen'])
  })

  test('a call nobody answered asks for no wrap-up', () => {
    const actor = createActor(checklistMachine, { input: { steps } }).start()
    actor.send({ type: 'call.ringing', call: calls.ringing })
    actor.send({ type: 'call.ended', call: calls.missed })
    expect(actor.getSnapshot()).toMatchObject({ value: 'unanswered', status: 'done' })
  })

  test('the caller may hang up in the middle of a step', () => {
    const { send, at, actor } = onCall()
    send('step.tick')
    send({ type: 'call.ended', call: calls.ended })
    expect([actor.getSnapshot().value, at()]).toEqual(['wrappingUp', { current: 'listen', marks: { open: 'done' } }])
  })
})

describe('the wrap-up', () => {
  test('orders the note to be saved and is over only when it is', () => {
    const { send, actor, orders } = wrappingUp()
    send({ type: 'disposition.choose', disposition: 'resolved' })
    send('wrapUp.save')
    expect([actor.getSnapshot().value, orders]).toEqual(['saving', [{ type: 'note.save', disposition: 'resolved' }]])
    send('note.saved')
    expect(actor.getSnapshot()).toMatchObject({ value: 'wrappedUp', status: 'done' })
  })

  test('says so when the note could not be saved, and can try again', () => {
    const { send, actor, orders } = wrappingUp()
    send({ type: 'disposition.choose', disposition: 'resolved' })
    send('wrapUp.save')
    send('note.notSaved')
    expect(actor.getSnapshot()).toMatchObject({ value: 'wrappingUp', context: { saveFailed: true, disposition: 'resolved' } })
    send('wrapUp.save')
    expect(orders.length).toBe(2)
  })
})

test('a stored snapshot resumes on the same step', () => {
  const { send, actor } = onCall()
  send('step.tick')
  send('line.next')
  const stored = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()))
  const resumed = createActor(checklistMachine, { input: { steps }, snapshot: stored }).start()
  expect(resumed.getSnapshot().context).toEqual(actor.getSnapshot().context)
  expect(resumed.getSnapshot().value).toBe('live')
})

describe('on every path through the machine', () => {
  const events: ChecklistEvent[] = [
    { type: 'call.ringing', call: calls.ringing },
    { type: 'call.answered', call: calls.live },
    { type: 'call.held', call: calls.held },
    { type: 'call.resumed', call: calls.live },
    { type: 'call.ended', call: calls.ended },
    { type: 'call.ended', call: calls.missed },
    { type: 'step.tick' },
    { type: 'step.skip' },
    { type: 'step.undo' },
    { type: 'step.jump', step: 'agree' },
    { type: 'line.next' },
    { type: 'disposition.choose', disposition: 'resolved' },
    { type: 'wrapUp.save' },
    { type: 'note.saved' },
    { type: 'note.notSaved' },
  ]
  const model = createTestModel(checklistMachine)
  const paths = model.getShortestPaths({
    input: { steps },
    events,
    filterEvents: (snapshot) => snapshot.context.past.length < 4 && snapshot.context.line < 2,
    serializeState: (snapshot) => JSON.stringify([snapshot.value, { ...snapshot.context, past: snapshot.context.past.length }]),
  })
  const visited = paths.flatMap((path) =>
    path.steps.map(({ state, event }, index) => ({ before: path.steps[index - 1]?.state, event, state })),
  )

  test('every state is reached', () => {
    expect(new Set(visited.map(({ state }) => state.value))).toEqual(
      new Set(['waiting', 'live', 'held', 'wrappingUp', 'saving', 'wrappedUp', 'unanswered']),
    )
  })

  test('no call is wrapped up without a disposition', () => {
    const wrapped = visited.filter(({ state }) => state.matches('wrappedUp') || state.matches('saving'))
    expect(wrapped.length).toBeGreaterThan(0)
    expect(wrapped.filter(({ state }) => state.context.disposition === null)).toEqual([])
  })

  test('the agent moves through steps only while the call is live', () => {
    const moved = visited.filter(
      ({ event, before, state }) => event.type.startsWith('step.') && before && progress(before) !== progress(state),
    )
    expect(new Set(moved.map(({ state }) => state.value))).toEqual(new Set(['live']))
  })

  test('undo after any move restores what was there before it', () => {
    const moves = visited.flatMap(({ state }) =>
      events
        .map((event) => ({ before: state, after: getNextSnapshot(checklistMachine, state, event) }))
        .filter(({ before, after }) => after.context.past.length > before.context.past.length),
    )
    expect(moves.length).toBeGreaterThan(0)
    for (const { before, after } of moves) {
      expect(progress(getNextSnapshot(checklistMachine, after, { type: 'step.undo' }))).toBe(progress(before))
    }
  })

  test('a marked step is never the current one unless the agent jumped to it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (walk) => {
        const actor = createActor(checklistMachine, { input: { steps } }).start()
        for (const event of walk) {
          if (actor.getSnapshot().status !== 'active') break
          actor.send(event)
          const { current, marks } = actor.getSnapshot().context
          if (current !== null && marks[current] !== undefined) expect(walk.map(({ type }) => type)).toContain('step.jump')
          expect(Object.keys(marks).every((step) => steps.includes(step))).toBe(true)
        }
      }),
    )
  })
})

function progress({ context: { current, marks, line } }: ChecklistSnapshot): string {
  return JSON.stringify({ current, marks, line })
}

function onCall() {
  const actor = createActor(checklistMachine, { input: { steps } }).start()
  const orders: ChecklistOrder[] = []
  actor.on('note.save', (order) => orders.push(order))
  const send = (event: ChecklistEvent | PlainEvent) => actor.send(typeof event === 'string' ? { type: event } : event)
  send({ type: 'call.ringing', call: calls.ringing })
  send({ type: 'call.answered', call: calls.live })
  const at = () => ({ current: actor.getSnapshot().context.current, marks: actor.getSnapshot().context.marks })
  return { actor, orders, send, at }
}

function wrappingUp() {
  const line = onCall()
  line.send({ type: 'call.ended', call: calls.ended })
  return line
}

type PlainEvent = 'step.tick' | 'step.skip' | 'step.undo' | 'line.next' | 'wrapUp.save' | 'note.saved' | 'note.notSaved'

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
