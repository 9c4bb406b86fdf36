import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createActor } from 'xstate'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { failed, success } from '../../shared/result.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import type { BriefRecord, FollowUp } from '../../shared/transfer/brief-record.ts'
import { checklistMachine } from '../checklist/checklist.machine.ts'
import { storedSnapshot } from '../checklist/stored-snapshot.ts'
import { createNoteDraft } from '../notes/note-draft.ts'
import { shortBrief as brief } from '../transfer/fake-briefs.ts'
import { fakePlaybook } from './fake-playbook.ts'
import { runTransfer, type TransferErrands } from './transfer-run.ts'

const began = 1_700_000_000_000
const call = callAfter(null, { type: 'call.answered', dialer: 'baresip', ref: 'a' }, { mono: 0, wall: began })
const jaan = { id: 'jaan.tamm', name: 'Jaan Tamm', number: '201' }

beforeEach(() => {
  vi.useFakeTimers({ now: began })
})
afterEach(() => {
  vi.useRealTimers()
})

test('who does not answer in time is passed over, and the brief is called back', () => {
  const { ask, stage, withdrawn } = desk()
  ask('b1')
  vi.advanceTimersByTime(29_999)
  expect(stage()).toBe('waiting')
  vi.advanceTimersByTime(1)
  expect([stage(), withdrawn]).toEqual(['choosing', ['b1']])
})

test('two minutes that were asked for are given', () => {
  const { ask, stage, answers } = desk()
  ask('b1')
  vi.advanceTimersByTime(10_000)
  answers('b1', 'soon')
  vi.advanceTimersByTime(120_000)
  expect(stage()).toBe('waiting')
  vi.advanceTimersByTime(30_000)
  expect(stage()).toBe('choosing')
})

test('a brief that never left puts the agent back before the choice', async () => {
  const { ask, stage, result } = desk({ send: 'refused' })
  ask('b1')
  await vi.advanceTimersByTimeAsync(0)
  expect([stage(), result()]).toEqual(['choosing', 'unreachable'])
})

test('after a crash the same brief is sent again under the same id, and its clock goes on', async () => {
  const first = desk()
  first.ask('b1')
  const stored = JSON.parse(JSON.stringify(first.checklist.getPersistedSnapshot()))
  first.run.stop()
  vi.advanceTimersByTime(20_000)
  const second = desk({ stored })
  await vi.advanceTimersByTimeAsync(0)
  expect(second.sent.map(({ id }) => id)).toEqual(['b1'])
  vi.advanceTimersByTime(10_000)
  expect(second.stage()).toBe('choosing')
})

test('a brief leaves when the call is on the disk with its id, so that a crash cannot make two of it', async () => {
  const disk = aDisk()
  const { ask, sent } = desk({ kept: disk.kept })
  ask('b1')
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toEqual([])
  disk.writes()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent.map(({ id }) => id)).toEqual(['b1'])
})

test('a brief that was called back before it left never leaves', async () => {
  const disk = aDisk()
  const { ask, checklist, sent } = desk({ kept: disk.kept })
  ask('b1')
  checklist.send({ type: 'transfer.return', at: Date.now() })
  disk.writes()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual([])
})

test('the note reaches the colleague who accepted, a second after the last key, each time with a higher version', () => {
  const { ask, answers, note, followUps } = desk()
  note.write('Order 88-1042')
  ask('b1')
  vi.advanceTimersByTime(2000)
  expect(followUps).toEqual([])
  answers('b1', 'accepted')
  vi.advanceTimersByTime(1000)
  note.write('Order 88-1042, sh')
  note.write('Order 88-1042, she wants Friday')
  vi.advanceTimersByTime(1000)
  expect(followUps.map(({ note: text, outcome }) => [text, outcome])).toEqual([
    ['Order 88-1042', null],
    ['Order 88-1042, she wants Friday', null],
  ])
  const [one, other] = followUps.map(({ version }) => version)
  expect(Number(other)).toBeGreaterThan(Number(one))
})

test('a brief that was called back while main could not hear it is called back again when main speaks of it', () => {
  const { ask, run, checklist, withdrawn } = desk()
  ask('b1')
  checklist.send({ type: 'transfer.return', at: Date.now() })
  for (const stage of ['delivered', 'accepted', 'withdrawn', 'declined'] as const) run.heard(sentBrief('b1', stage))
  run.heard(sentBrief('of another call', 'delivered'))
  expect(withdrawn).toEqual(['b1', 'b1', 'b1'])
})

test('a brief that somebody is being asked with stays out', () => {
  const { ask, run, withdrawn } = desk()
  ask('b1')
  run.heard(sentBrief('b1', 'delivered'))
  expect(withdrawn).toEqual([])
})

test('what the colleague should know is told again when main does not have it', () => {
  const { ask, answers, note, run, followUps } = desk()
  ask('b1')
  answers('b1', 'accepted')
  note.write('Order 88-1042')
  vi.advanceTimersByTime(1000)
  run.heard(sentBrief('b1', 'accepted', { note: 'Order 88-1042', outcome: null, version: Number(followUps[0]?.version) }))
  vi.advanceTimersByTime(1000)
  expect(followUps).toHaveLength(1)
  run.heard(sentBrief('b1', 'accepted'))
  vi.advanceTimersByTime(1000)
  expect(followUps.map(({ note: text }) => text)).toEqual(['Order 88-1042', 'Order 88-1042'])
})

interface Start {
  readonly stored?: unknown
  readonly send?: 'works' | 'refused'
  /** Resolves when a change is on the disk. */
  readonly kept?: Promise<unknown>
}

function aDisk() {
  let writes: () => void = () => undefined
  const kept = new Promise<null>((resolve) => {
    writes = () => resolve(null)
  })
  return { kept, writes: () => writes() }
}

function sentBrief(id: string, stage: BriefRecord['stage'], followUp: FollowUp | null = null): BriefRecord {
  const from = { id: 'ana.sild', name: 'Ana' }
  return { brief: { ...brief, id, from, to: jaan }, direction: 'sent', stage, at: 0, stageAt: 0, reason: '', followUp }
}

function desk({ stored, send = 'works', kept = Promise.resolve() }: Start = {}) {
  if (call === null) throw new Error('an answered call is a call')
  const input = { steps: ['open'], kinds: [], triggers: [], ladder: [], options: [] }
  const checklist = createActor(checklistMachine, stored ? { input, snapshot: storedSnapshot(stored) } : { input })
  const note = createNoteDraft({ put: async () => success(undefined), copied: async () => undefined }, call, undefined)
  const sent: Brief[] = []
  const withdrawn: string[] = []
  const followUps: FollowUp[] = []
  const errands: TransferErrands = {
    self: () => ({ id: 'ana.sild', name: 'Ana' }),
    answerWithinMs: () => 30_000,
    async send(each) {
      sent.push(each)
      if (send === 'refused') return failed({ kind: 'brief.noHub' })
      return success({ brief: each, direction: 'sent', stage: 'waiting', at: 0, stageAt: 0, reason: '', followUp: null })
    },
    withdraw: (id) => withdrawn.push(id),
    followUp: (_id, followUp) => followUps.push(followUp),
  }
  const run = runTransfer(checklist, note, fakePlaybook, errands, () => kept)
  checklist.start()
  run.resume()
  if (!stored) checklist.send({ type: 'call.answered', call })
  return {
    checklist,
    note,
    run,
    sent,
    withdrawn,
    followUps,
    ask(briefId: string) {
      checklist.send({ type: 'route.transfer', at: Date.now() })
      checklist.send({ type: 'transfer.told', at: Date.now(), said: '' })
      checklist.send({ type: 'transfer.ask', at: Date.now(), briefId, to: jaan, brief })
    },
    answers: (briefId: string, stage: 'soon' | 'accepted') =>
      checklist.send({ type: 'brief.changed', briefId, stage, reason: '', at: Date.now() }),
    stage: () => checklist.getSnapshot().context.transfer.entries.at(-1)?.stage,
    result: () => checklist.getSnapshot().context.transfer.attempts.at(-1)?.result,
  }
}
