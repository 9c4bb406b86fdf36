import { afterEach, expect, test } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import type { Handling } from '../../shared/notes/note.ts'
import { success } from '../../shared/result.ts'
import { createCallStore } from '../call/call-store.ts'
import type { ChecklistEvent } from '../checklist/checklist-setup.ts'
import { type ChecklistStore, createChecklistStore } from '../checklist/checklist-store.ts'
import { createNoteStore } from '../notes/note-store.ts'
import { createStandings } from '../people/standings.ts'
import { createPlaybookStore } from '../playbook/playbook-store.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { shortBrief as brief } from '../transfer/fake-briefs.ts'
import { createDesk } from './desk.ts'
import { fakePlaybook } from './fake-playbook.ts'

const tick: ChecklistEvent = { type: 'step.tick', said: 'I have time.', at: 1 }
const resolved: ChecklistEvent = { type: 'outcome.change', change: { disposition: 'resolved' } }
const handling: Handling = {
  playbook: { id: fakePlaybook.id, version: fakePlaybook.version },
  kind: null,
  triggers: [],
  steps: {},
  ladder: [],
  partingApprovedBy: null,
  outcome: { ...blankOutcome, disposition: 'resolved' },
}
const windows: { readonly checklists: ChecklistStore; readonly database: SteadylineDatabase }[] = []

afterEach(async () => {
  await Promise.all(windows.map(({ checklists }) => checklists.settled()))
  for (const { database } of windows) database.close()
  for (const { database } of windows.splice(0)) await database.delete()
})

test('a call that rings lies on the desk at once and is over with its saved note', async () => {
  const window = await opened()
  const line = aLine()
  window.happened(line('call.ringing'))
  window.happened(line('call.answered'))
  const laid = window.only()
  laid.checklist.send(tick)
  laid.note.write('Order 88-1042')
  window.happened(line('call.ended'))
  laid.checklist.send(resolved)
  laid.checklist.send({ type: 'wrapUp.save' })
  await expect.poll(() => window.recorded).toEqual(['baresip:a'])
  expect(window.desk.state.get()).toEqual({ calls: [], shown: null })
  await window.checklists.settled()
  expect(await window.database.notes.get('baresip:a')).toMatchObject({
    text: 'Order 88-1042',
    state: 'saved',
    disposition: 'resolved',
  })
  expect(await window.database.checklists.get('baresip:a')).toMatchObject({ stage: 'closed' })
})

test('the next window resumes on the same step, with the same words', async () => {
  const first = await opened()
  const line = aLine()
  first.happened(line('call.ringing'))
  first.happened(line('call.answered'))
  first.only().checklist.send(tick)
  first.only().note.write('Waited two weeks')
  await first.only().note.flush()
  await first.checklists.settled()

  const second = await opened(first.database.name)
  await second.resumeAll()
  expect(second.only().checklist.getSnapshot().context.current).toBe('open')
  expect(second.only().note.state.get()).toMatchObject({ text: 'Waited two weeks', saving: 'saved' })
})

test('a call that ended while no window looked waits for its wrap-up', async () => {
  const first = await opened()
  const line = aLine()
  first.happened(line('call.answered'))
  await first.checklists.settled()

  const second = await opened(first.database.name)
  await second.resumeAll()
  await second.desk.caughtUp([])
  expect([second.only().checklist.getSnapshot().value, second.only().call.endCause]).toEqual(['wrappingUp', 'lost'])
})

test('a call that is over waits for its wrap-up, also where damage cost its checklist the end of it', async () => {
  const first = await opened()
  const line = aLine()
  first.happened(line('call.answered'))
  await first.checklists.settled()
  await first.database.calls.put(line('call.ended').call)

  const second = await opened(first.database.name)
  await second.resumeAll()
  await second.desk.caughtUp([])
  expect(second.only().checklist.getSnapshot().value).toBe('wrappingUp')
})

test('a window killed between the saved note and the closed checklist does not ask for the wrap-up again', async () => {
  const window = await opened()
  const line = aLine()
  window.happened(line('call.answered'))
  window.happened(line('call.ended'))
  window.only().checklist.send(resolved)
  const { checklist, note } = window.only()
  await note.finish({ id: 'resolved', label: 'Resolved' }, handling)
  const killed = { ...(checklist.getPersistedSnapshot() as object), value: 'saving' }

  const next = await opened(window.database.name)
  const stored = { callId: 'baresip:a', playbookVersion: fakePlaybook.version, stage: 'open', snapshot: killed } as const
  next.desk.resume(line('call.ended').call, fakePlaybook, stored, await next.database.notes.get('baresip:a'))
  expect(next.desk.state.get().calls).toEqual([])
  await expect.poll(() => next.recorded).toEqual(['baresip:a'])
  expect(await next.database.checklists.get('baresip:a')).toMatchObject({ stage: 'closed' })
})

test('an app killed between the saved wrap-up and the word of it asks for nothing twice and keeps the note', async () => {
  const first = await opened()
  const line = aLine()
  first.happened(line('call.answered'))
  first.only().note.write('Agreed on Tuesday')
  const ended = line('call.ended')
  first.happened(ended)
  first.only().checklist.send(resolved)
  first.only().checklist.send({ type: 'wrapUp.save' })
  await expect.poll(() => first.recorded).toEqual(['baresip:a'])
  await first.checklists.settled()

  const second = await opened(first.database.name)
  await second.resumeAll()
  await second.desk.caughtUp([ended.call])
  expect([second.desk.state.get().calls, second.recorded]).toEqual([[], ['baresip:a']])
  expect(await second.database.notes.get('baresip:a')).toMatchObject({ text: 'Agreed on Tuesday', state: 'saved' })
})

test('a call whose checklist is gone comes back with the words that were written', async () => {
  const first = await opened()
  const line = aLine()
  const answered = line('call.answered')
  first.happened(answered)
  first.only().note.write('Waited two weeks')
  await first.only().note.flush()
  await first.checklists.settled()
  await first.database.checklists.clear()

  const second = await opened(first.database.name)
  await second.resumeAll()
  await second.desk.caughtUp([answered.call])
  expect(second.only().checklist.getSnapshot().matches('onCall')).toBe(true)
  expect(second.only().note.state.get()).toMatchObject({ text: 'Waited two weeks', saving: 'saved' })
})

test('a second caller does not take the screen from the first, answering does', async () => {
  const window = await opened()
  const marta = aLine('a')
  const oskar = aLine('b')
  window.happened(marta('call.answered'))
  window.happened(oskar('call.ringing'))
  expect(window.desk.state.get().shown).toBe('baresip:a')
  window.happened(oskar('call.answered'))
  expect(window.desk.state.get().shown).toBe('baresip:b')
})

test('a brief that was on its way at a crash is sent again once the companion was heard, and not on a guess', async () => {
  const first = await opened()
  const line = aLine()
  const answered = line('call.answered')
  first.happened(answered)
  const { checklist } = first.only()
  checklist.send({ type: 'route.transfer', at: 1 })
  checklist.send({ type: 'transfer.told', at: 1, said: '' })
  checklist.send({
    type: 'transfer.ask',
    at: Date.now(),
    briefId: 'b1',
    to: { id: 'jaan.tamm', name: 'Jaan', number: '' },
    brief,
  })
  expect(first.sent).toEqual([])
  await expect.poll(() => first.sent).toEqual(['b1'])
  expect(await first.database.checklists.get('baresip:a')).toMatchObject({
    snapshot: { context: { transfer: { attempts: [{ briefId: 'b1' }] } } },
  })

  const second = await opened(first.database.name)
  await second.resumeAll()
  await second.checklists.settled()
  expect([second.sent, second.only().checklist.getSnapshot().context.transfer.entries.at(-1)?.stage]).toEqual([[], 'waiting'])
  await second.desk.caughtUp([answered.call])
  await expect.poll(() => second.sent).toEqual(['b1'])
})

test('a consultation belongs to the call it is about and needs no wrap-up of its own', async () => {
  const window = await opened()
  const marta = aLine('a')
  const jaan = aLine('b', 'baresip:a')
  window.happened(marta('call.answered'))
  window.happened(jaan('call.dialling'))
  window.happened(jaan('call.answered'))
  expect([window.desk.state.get().calls.length, window.only().consult?.state]).toEqual([1, 'live'])
  window.happened(jaan('call.ended'))
  expect(window.only().consult).toBe(null)
  await expect.poll(() => window.recorded).toEqual(['baresip:b'])
})

test('a missed call is kept in the record and not on the desk', async () => {
  const window = await opened()
  const line = aLine()
  window.happened(line('call.ringing'))
  window.happened(line('call.ended'))
  expect(window.desk.state.get().calls).toEqual([])
  await expect.poll(() => window.database.calls.get('baresip:a')).toMatchObject({ endCause: 'missed' })
})

test('a call missed while no window was there is put into the record by the next one', async () => {
  const line = aLine()
  line('call.ringing')
  const { call } = line('call.ended')
  const window = await opened()
  await window.desk.caughtUp([call])
  await expect.poll(() => window.recorded).toEqual(['baresip:a'])
  expect(window.desk.state.get().calls).toEqual([])
  expect(await window.database.calls.get('baresip:a')).toMatchObject({ endCause: 'missed' })
})

async function opened(name = `desk-test-${crypto.randomUUID()}`) {
  const database = new SteadylineDatabase(name)
  const storage = createStorage(database)
  await storage.open(null)
  const calls = createCallStore(storage)
  const checklists = createChecklistStore(storage)
  const notes = createNoteStore(storage, async () => undefined)
  const recorded: string[] = []
  const sent: string[] = []
  const playbooks = createPlaybookStore(storage)
  const desk = createDesk({
    playbook: () => fakePlaybook,
    promiseFor: () => null,
    playbooks,
    standings: createStandings(storage, { atHand: () => undefined, find: async () => null }),
    calls,
    checklists,
    notes,
    errands: {
      self: () => ({ id: 'ana.sild', name: 'Ana' }),
      answerWithinMs: () => 30_000,
      async send(each) {
        sent.push(each.id)
        return success({ brief: each, direction: 'sent', stage: 'waiting', at: 0, stageAt: 0, reason: '', followUp: null })
      },
      withdraw: () => undefined,
      followUp: () => undefined,
    },
    recorded: (call) => recorded.push(call),
  })
  const window = {
    database,
    checklists,
    desk,
    recorded,
    sent,
    happened: desk.happened,
    only() {
      const [laid, ...others] = desk.state.get().calls
      if (laid === undefined || others.length > 0) throw new Error(`expected one call, found ${desk.state.get().calls.length}`)
      return laid
    },
    async resumeAll() {
      const open = await checklists.open()
      if (!open.ok) throw new Error(open.failure.cause)
      for (const stored of open.value) {
        const call = await database.calls.get(stored.callId)
        if (call) desk.resume(call, fakePlaybook, stored, await database.notes.get(stored.callId))
      }
    },
  }
  windows.push(window)
  return window
}

function aLine(ref = 'a', consultFor: string | null = null) {
  let call: Call | null = null
  return (type: CallReport['type']) => {
    const common = { dialer: 'baresip', ref, party: { name: 'Marta Kask', number: '+37255500142' } } as const
    const report: CallReport = type === 'call.ended' ? { type, ...common, end: { by: 'far-end' } } : { type, ...common }
    const next = callAfter(call, report, { mono: 0, wall: Date.now() }) ?? call
    if (next === null) throw new Error('a first report opens a call')
    call = { ...next, consultFor }
    return { type, call }
  }
}
