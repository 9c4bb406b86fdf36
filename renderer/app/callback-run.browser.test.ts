import { afterEach, expect, test, vi } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import type { Alarm, ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import { eleven, sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import type { CompanionBridge, RequestChannel } from '../../shared/contract.ts'
import { writable } from '../../shared/readable.ts'
import { failed, success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import { noTeam } from '../../shared/transfer/team.ts'
import { createCallStore } from '../call/call-store.ts'
import type { AgendaPage } from '../callbacks/agenda-store.ts'
import { type CallbackStore, createCallbackStore } from '../callbacks/callback-store.ts'
import type { PromiseDraft } from '../callbacks/promise-draft.ts'
import { zoneRules } from '../callbacks/zone-rules.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { type GiveWay, givingWay } from '../storage/giving-way.ts'
import { createStorage } from '../storage/storage.ts'
import { createBriefStore } from '../transfer/brief-store.ts'
import { receivedBrief } from '../transfer/fake-briefs.ts'
import { type CallbackRun, createCallbacks } from './callback-run.ts'
import type { Mirror } from './steadyline.ts'

const minute = 60_000
const jaan = { id: 'jaan.tamm', name: 'Jaan Tamm' }
const briefId = '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10'
const marta = { name: 'Marta Kask', number: '+37255500142' }
const draft: PromiseDraft = {
  kind: 'callback',
  person: marta,
  callId: null,
  time: eleven(),
  reason: 'Where order 88-1042 is',
  topic: 'deliveries',
  promised: '',
  priority: 'normal',
  keeper: 'me',
  deputy: null,
  notes: '',
  practice: false,
}
const databases: SteadylineDatabase[] = []

afterEach(async () => {
  vi.useRealTimers()
  for (const database of databases.splice(0)) {
    database.close()
    await database.delete()
  }
})

test('a promise is on the disk before main rings by it, and main rings by it before it is answered', async () => {
  const desk = await opened()
  desk.answers('alarm.set', async (armed) => {
    const kept = await desk.database.callbacks.get((armed as ArmedCallback).id)
    expect(kept?.person).toEqual(marta)
    return success(null)
  })
  const made = await desk.orders.promise(draft)
  expect(made.ok && desk.asked('alarm.set')).toEqual([
    {
      id: made.ok && made.value.id,
      at: eleven().at,
      name: 'Marta Kask',
      number: '+37255500142',
      reason: 'Where order 88-1042 is',
      said: expect.stringContaining('promised for'),
      handOver: null,
    },
  ])
})

test('what a colleague promised rings by the rules of here, whatever instant their own rules make of it', async () => {
  const desk = await opened()
  const { wall, zone, fold } = eleven()
  const made = await desk.orders.promise({ ...draft, time: { wall, zone, fold, at: eleven(-60).at, rules: '' } })
  expect(desk.asked('alarm.set')).toMatchObject([{ at: eleven().at }])
  expect(made.ok && made.value.due).toEqual({ ...eleven(), rules: zoneRules() })
})

test('a promise that the disk refused rings nowhere', async () => {
  const desk = await opened()
  desk.database.close({ disableAutoOpen: true })
  expect((await desk.orders.promise(draft)).ok).toBe(false)
  expect(desk.asked('alarm.set')).toEqual([])
})

test('a promise made while the companion is silent is armed with all others when it is back', async () => {
  const desk = await opened([sampleCallback({ due: eleven(30) })])
  desk.answers('alarm.set', () => Promise.reject(new Error('RequestRefused')))
  const made = await desk.orders.promise(draft)
  expect(made.ok).toBe(true)
  await desk.run.caughtUp([])
  expect(desk.armed().map(({ at }) => at)).toEqual([eleven().at, eleven(30).at])
})

test('practice, and a person who can no longer be dialled, ring like any other', async () => {
  const desk = await opened([
    sampleCallback({ practice: true }),
    sampleCallback({ id: crypto.randomUUID(), person: { name: 'Oskar', number: '' }, due: eleven(1) }),
    sampleCallback({ id: crypto.randomUUID(), state: 'kept' }),
  ])
  await desk.run.caughtUp([])
  expect(desk.armed().map(({ name }) => name)).toEqual(['Marta Kask', 'Oskar'])
})

test('one callback that main cannot read does not silence the others', async () => {
  const desk = await opened([sampleCallback()])
  desk.answers('alarms.arm', () => Promise.reject(new Error('RequestRefused')))
  await desk.run.caughtUp([])
  expect(desk.asked('alarm.set')).toHaveLength(1)
})

test('a promise whose alarm main could not write down is marked, until main could', async () => {
  const desk = await opened()
  desk.answers('alarm.set', async () => failed({ kind: 'alarm.notKept', cause: 'ENOSPC' }))
  const made = await desk.orders.promise(draft)
  const id = made.ok ? made.value.id : ''
  expect([...desk.unwritten.get()]).toEqual([id])
  desk.answers('alarm.set', async () => success(null))
  await desk.orders.edit(id, { notes: 'Has the order number at hand' })
  expect([...desk.unwritten.get()]).toEqual([])
})

test('of callbacks that were taken over while the disk is full, each is marked', async () => {
  const desk = await opened()
  desk.answers('alarms.arm', async () => failed({ kind: 'alarm.notKept', cause: 'ENOSPC' }))
  await desk.orders.adopt([sampleCallback(), sampleCallback({ id: briefId, state: 'kept' })])
  expect([...desk.unwritten.get()]).toEqual([sampleCallback().id])
})

test('thousands of open callbacks under new zone rules are armed in small pieces, and the window gets its turns', async () => {
  const older = { ...eleven(), at: eleven().at - 60 * minute, rules: 'older' }
  const many = Array.from({ length: 2000 }, () => sampleCallback({ id: crypto.randomUUID(), due: older, promisedFor: older }))
  let now = 0
  let turns = 0
  const giveWay = givingWay(
    () => now,
    async () => {
      turns += 1
    },
  )
  let pieces = 0
  const desk = await opened(many, () => {
    now += 1
    pieces += 1
    return giveWay()
  })
  await desk.run.rearm()
  expect(desk.armed()).toHaveLength(2000)
  expect(desk.armed().every(({ at }) => at === eleven().at)).toBe(true)
  expect(pieces).toBe(2000 / 200 + 2000)
  expect(turns).toBe(Math.floor(pieces / 8))
  expect(await desk.database.callbacks.filter(({ due }) => due.rules === 'older').count()).toBe(0)
})

test('what is changed while thousands are read is told at once, and is not undone when they are armed', async () => {
  const [moved, cancelled, other] = [0, 1, 2].map((minutes) =>
    sampleCallback({ id: crypto.randomUUID(), due: eleven(minutes) }),
  ) as [Callback, Callback, Callback]
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let pieces = 0
  const desk = await opened([moved, cancelled, other], async () => {
    pieces += 1
    if (pieces > 1) await held
  })
  const arming = desk.run.rearm()
  await expect.poll(() => pieces).toBe(2)
  await desk.run.told(moved.id, { type: 'renegotiated', to: eleven(300), reason: '' })
  await desk.run.told(cancelled.id, { type: 'cancelled', reason: '' })
  const made = await desk.orders.promise({ ...draft, time: eleven(420) })
  expect(desk.asked('alarms.arm')).toEqual([])
  goOn()
  await arming
  expect(desk.armed().map(({ id, at }) => [id, at])).toEqual([
    [moved.id, eleven(300).at],
    [other.id, eleven(2).at],
    [made.ok && made.value.id, eleven(420).at],
  ])
})

test('a list of all that could not be read leaves main with what it has', async () => {
  const desk = await opened([sampleCallback()])
  desk.database.close({ disableAutoOpen: true })
  await desk.run.rearm()
  await desk.run.rearm()
  expect(desk.asked('alarms.arm')).toEqual([])
})

test('a callback promised under other zone rules rings at the moment its wall time is now', async () => {
  const before = { ...eleven(), at: eleven().at - 60 * minute, rules: 'older' }
  const desk = await opened([sampleCallback({ due: before, promisedFor: before })])
  await desk.run.rearm()
  expect(desk.armed().map(({ at }) => at)).toEqual([eleven().at])
  expect(await desk.only()).toMatchObject({
    due: { ...eleven(), rules: zoneRules() },
    promisedFor: { ...eleven(), rules: zoneRules() },
    history: [{ type: 'made' }, { type: 'rulesChanged', from: before }],
  })
})

test.each([
  ['comes twice only under the old ones', '2026-11-27T11:00', 'first', 'only', Date.UTC(2026, 10, 27, 9)],
  ['comes twice only under the new ones', '2027-10-31T03:30', 'only', 'first', Date.UTC(2027, 9, 31, 0, 30)],
] as const)('a wall time that %s rings at the moment it is now', async (_, wall, fold, foldNow, at) => {
  const before = { wall, zone: 'Europe/Tallinn', fold, at: at - 60 * minute, rules: 'older' }
  const desk = await opened([sampleCallback({ due: before, promisedFor: before })])
  await desk.run.rearm()
  const now = { ...before, fold: foldNow, at, rules: zoneRules() }
  expect(desk.armed().map((armed) => armed.at)).toEqual([at])
  expect(await desk.only()).toMatchObject({ due: now, promisedFor: now, history: [{ type: 'made' }, { from: before, to: now }] })
})

test('a callback that is closed rings no more, and its deputy need not call', async () => {
  const desk = await opened([withDeputy({ history: [...withDeputy().history, briefedAt(16)] })])
  await desk.run.told(sampleCallback().id, { type: 'cancelled', reason: 'It arrived' })
  expect(desk.asked('alarm.clear')).toEqual([{ callbackId: sampleCallback().id }])
  expect(desk.asked('brief.withdraw')).toEqual([{ briefId }])
})

test('what is told twice tells main nothing', async () => {
  const desk = await opened([sampleCallback({ state: 'kept' })])
  await desk.run.told(sampleCallback().id, { type: 'cancelled', reason: '' })
  expect(desk.all()).toEqual([])
})

test('the brief for a deputy goes along, to be sent when nobody has called', async () => {
  const desk = await opened([withDeputy()])
  await desk.run.caughtUp([])
  expect(desk.armed()[0]?.handOver).toMatchObject({
    at: eleven(15).at,
    brief: {
      id: briefId,
      from: { id: 'ana.sild', name: 'Ana Sild' },
      to: jaan,
      headline: expect.stringMatching(/^Call back Marta Kask, promised for .*11:00.* Tallinn\.$/),
      callback: { wall: eleven().wall, zone: 'Europe/Tallinn', at: eleven().at },
    },
  })
})

test.each([
  ['the minutes until then', { callbacks: { ...defaultSettings.callbacks, handOverAfterMinutes: 40 } }, 40, 'ana.sild'],
  ['the name of the agent at the hub', { team: { ...defaultSettings.team, user: 'ana.sepp' } }, 15, 'ana.sepp'],
])('the deputy of a promise that is armed already is asked by %s as set now', async (_, changed, minutes, id) => {
  const desk = await opened([withDeputy()])
  await desk.run.caughtUp([])
  const { settings } = desk.mirror.get()
  desk.mirror.set({ ...desk.mirror.get(), settings: { ...settings, ...changed } })
  await expect.poll(() => desk.armed()[0]?.handOver).toMatchObject({ at: eleven(minutes).at, brief: { from: { id } } })
})

test('settings that no alarm depends on arm nothing anew', async () => {
  const desk = await opened([withDeputy()])
  await desk.run.caughtUp([])
  const { settings } = desk.mirror.get()
  desk.mirror.set({ ...desk.mirror.get(), settings: { ...settings, briefSound: !settings.briefSound } })
  await desk.run.told(sampleCallback().id, { type: 'snoozed', until: eleven(5).at })
  expect(desk.asked('alarms.arm')).toHaveLength(1)
})

test('an alarm that went to the deputy is in the record once, however often main says so', async () => {
  const desk = await opened([withDeputy()])
  desk.alarms.set([alarm({ handedOverAt: eleven(15).at })])
  await desk.run.alarmChanged(sampleCallback().id)
  await desk.run.alarmChanged(sampleCallback().id)
  expect((await desk.only())?.history.slice(1)).toEqual([{ at: eleven(15).at, type: 'briefed', to: 'Jaan Tamm' }])
})

test('main forgets an alarm for a callback that is not there', async () => {
  const desk = await opened()
  desk.alarms.set([alarm()])
  await desk.run.alarmChanged(sampleCallback().id)
  expect(desk.asked('alarm.clear')).toEqual([{ callbackId: sampleCallback().id }])
})

test('a deputy who says yes has it, and it rings here no more', async () => {
  const desk = await opened([withDeputy()])
  await desk.run.briefChanged(answered('accepted'))
  expect([(await desk.only())?.state, desk.asked('alarm.clear').length, desk.asked('brief.withdraw').length]).toEqual([
    'handedOver',
    1,
    0,
  ])
})

test.each(['at once', 'at the next start'])(
  'a brief taken back from a deputy who had accepted rings here again, heard %s',
  async (when) => {
    const accepted = { at: eleven(16).at, type: 'deputyAccepted', reason: '' } as const
    const desk = await opened([withDeputy({ state: 'handedOver', history: [...withDeputy().history, briefedAt(15), accepted] })])
    const record = answered('withdrawn')
    await desk.database.briefs.put(record)
    await (when === 'at once' ? desk.run.briefChanged(record) : desk.run.caughtUp([]))
    await desk.run.briefChanged(record)
    expect(await desk.only()).toMatchObject({
      ...{ state: 'pending', keeper: 'me', deputy: null, due: { at: eleven().at } },
      history: [
        { type: 'made' },
        { type: 'briefed' },
        { type: 'deputyAccepted' },
        { at: record.stageAt, type: 'briefWithdrawn' },
      ],
    })
    expect(desk.asked('alarm.set')).toMatchObject([{ id: sampleCallback().id, at: eleven().at, handOver: null }])
    expect(desk.asked('brief.withdraw')).toEqual([])
  },
)

test.each(['before', 'after'])(
  'a promise made %s the call is known to keep another one is joined to it, and each names the other',
  async (when) => {
    const desk = await opened([sampleCallback(), sampleCallback({ id: briefId, callId: 'baresip:other', state: 'kept' })])
    vi.setSystemTime(eleven(2).at)
    const call = await desk.hears('call.dialling', 'baresip')
    const promise = () => desk.orders.promise({ ...draft, time: eleven(90), callId: call.id })
    const early = when === 'before' ? await promise() : null
    await desk.hears('call.answered', 'baresip')
    const made = early ?? (await promise())
    const id = made.ok ? made.value.id : ''
    await desk.run.told(sampleCallback().id, { type: 'reached', callId: call.id })
    const linesOf = async (one: string) =>
      (await desk.database.callbacks.get(one))?.history.filter((entry) => 'callbackId' in entry)
    expect(await linesOf(sampleCallback().id)).toEqual([{ at: expect.any(Number), type: 'promisedAgain', callbackId: id }])
    expect(await linesOf(id)).toEqual([{ at: expect.any(Number), type: 'promisedAfter', callbackId: sampleCallback().id }])
    expect(await linesOf(briefId)).toEqual([])
  },
)

test('a promise made in a call that kept none names no other', async () => {
  const desk = await opened([])
  const call = await desk.hears('call.answered', 'baresip', 'incoming')
  const made = await desk.orders.promise({ ...draft, callId: call.id })
  expect(made.ok && (await desk.database.callbacks.get(made.value.id))?.history.map(({ type }) => type)).toEqual(['made'])
})

test('a deputy who says no leaves it ringing, and is asked again under another name', async () => {
  const desk = await opened([withDeputy({ history: [...withDeputy().history, briefedAt(15)] })])
  await desk.run.briefChanged(answered('declined', 'On leave'))
  await desk.run.briefChanged(answered('declined', 'On leave'))
  expect(await desk.only()).toMatchObject({
    state: 'pending',
    history: [{ type: 'made' }, { type: 'briefed' }, { type: 'deputyDeclined', reason: 'On leave' }],
  })
  expect(desk.asked('alarm.clear')).toEqual([])
  await desk.orders.handOver(sampleCallback().id)
  expect((await desk.only())?.deputy?.briefId).not.toBe(briefId)
  expect(desk.asked('alarm.handOver')).toEqual([{ callbackId: sampleCallback().id }])
})

test('what a deputy answered while the last window closed is heard at the next start', async () => {
  const desk = await opened([withDeputy()])
  await desk.database.briefs.put(answered('accepted'))
  await desk.run.caughtUp([])
  expect((await desk.only())?.state).toBe('handedOver')
})

test('another time takes the old brief back and gives the next one a name of its own', async () => {
  const desk = await opened([withDeputy({ history: [...withDeputy().history, briefedAt(15)] })])
  await desk.run.told(sampleCallback().id, { type: 'renegotiated', to: eleven(90), reason: '' })
  expect(desk.asked('brief.withdraw')).toEqual([{ briefId }])
  expect((await desk.only())?.deputy?.briefId).not.toBe(briefId)
})

test('undo takes back what was done, and nothing that came after it', async () => {
  const desk = await opened([sampleCallback()])
  const id = sampleCallback().id
  const edited = await desk.orders.edit(id, { reason: 'Price' })
  vi.setSystemTime(eleven(2).at)
  await desk.hears('call.answered', 'baresip')
  await desk.orders.edit(id, { notes: 'Has the number at hand' })
  if (edited.ok && edited.value) await desk.orders.putBack(sampleCallback(), edited.value)
  const { reason } = sampleCallback()
  expect(await desk.only()).toMatchObject({ state: 'kept', reason, notes: 'Has the number at hand' })
  expect(desk.all().at(-1)?.channel).toBe('alarm.clear')
})

test('what a call or another hand has moved on since is not undone', async () => {
  const desk = await opened([sampleCallback()])
  const moved = await desk.run.told(sampleCallback().id, { type: 'renegotiated', to: eleven(2), reason: '' })
  vi.setSystemTime(eleven(2).at)
  await desk.hears('call.answered', 'baresip')
  const undone = moved.ok && moved.value ? await desk.orders.putBack(sampleCallback(), moved.value) : null
  expect([undone, (await desk.only())?.state]).toEqual([success(undefined), 'kept'])
})

test('undo brings nothing back that was deleted meanwhile', async () => {
  const desk = await opened([sampleCallback()])
  const cancelled = await desk.run.told(sampleCallback().id, { type: 'cancelled', reason: '' })
  await desk.database.callbacks.clear()
  if (cancelled.ok && cancelled.value) await desk.orders.putBack(sampleCallback(), cancelled.value)
  expect([await desk.only(), desk.asked('alarm.set')]).toEqual([undefined, []])
})

test.each([
  [
    'is not asked again when a new note is undone',
    async (desk: Desk) => desk.orders.edit(sampleCallback().id, { notes: 'New' }),
    true,
  ],
  [
    'is asked anew when the end of it is undone',
    async (desk: Desk) => desk.run.told(sampleCallback().id, { type: 'cancelled', reason: '' }),
    false,
  ],
])('a deputy who has the brief %s', async (_, deed, isSame) => {
  const before = withDeputy({ history: [...withDeputy().history, briefedAt(15)] })
  const desk = await opened([before])
  const done = await deed(desk)
  if (done.ok && done.value) await desk.orders.putBack(before, done.value)
  const after = await desk.only()
  expect([after?.state, after?.notes, after?.deputy?.briefId === briefId]).toEqual(['pending', '', isSame])
})

test('a calendar that moves a promise takes the old brief back, and when it is taken back itself the deputy is asked anew', async () => {
  const before = withDeputy({ history: [...withDeputy().history, briefedAt(15)] })
  const desk = await opened([before])
  const time = { ...eleven(90), rules: zoneRules() }
  const asked = { ...jaan, briefId: crypto.randomUUID() }
  const moved = { ...before, due: time, promisedFor: time, deputy: asked, updatedAt: eleven(20).at }
  await desk.orders.adopt([moved])
  expect(desk.asked('brief.withdraw')).toEqual([{ briefId }])
  await desk.orders.disown([moved], new Map([[before.id, before]]))
  expect(await desk.only()).toMatchObject({
    due: { wall: eleven().wall },
    deputy: { briefId: expect.not.stringMatching(briefId) },
  })
})

test('a call dialled here keeps its promise when somebody answers', async () => {
  const desk = await opened([sampleCallback({ person: { name: 'Marta Kask', number: '5550 0142' } })])
  vi.setSystemTime(eleven(2).at)
  expect(await desk.orders.call(sampleCallback().id, 'dialer')).toEqual(success({ by: 'dialer' }))
  await desk.hears('call.dialling', 'baresip')
  expect((await desk.only())?.state).toBe('calling')
  await desk.hears('call.answered', 'baresip')
  await desk.hears('call.ended', 'baresip')
  expect(await desk.only()).toMatchObject({
    state: 'kept',
    history: [{ type: 'made' }, { type: 'called', callId: 'baresip:a', lateMs: 2 * minute }, { type: 'reached' }],
  })
  expect(desk.asked('alarm.clear')).toHaveLength(1)
})

test('a call dialled on the phone, to the number in another writing, keeps it as well', async () => {
  const desk = await opened([sampleCallback({ person: { name: 'Marta Kask', number: '+372 5550 0142' } })])
  vi.setSystemTime(eleven().at)
  await desk.hears('call.dialling', 'baresip')
  await desk.hears('call.answered', 'baresip')
  expect((await desk.only())?.state).toBe('kept')
})

test('a call to somebody whose promise is next week is not that call', async () => {
  const desk = await opened([sampleCallback()])
  vi.setSystemTime(eleven().at - 7 * 24 * 60 * minute)
  await desk.hears('call.answered', 'baresip')
  expect((await desk.only())?.state).toBe('pending')
})

test('nobody answers: it is tried again by the settings, and the promise stays', async () => {
  const desk = await opened([sampleCallback()])
  vi.setSystemTime(eleven(2).at)
  await desk.hears('call.dialling', 'baresip')
  await desk.hears('call.ended', 'baresip')
  expect(await desk.only()).toMatchObject({
    state: 'pending',
    due: { wall: eleven(32).wall },
    promisedFor: { wall: eleven().wall },
  })
  expect(desk.asked('alarm.set').at(-1)).toMatchObject({ at: eleven(32).at })
})

test('a call that was dialled before the window had read what is promised is a try all the same', async () => {
  const desk = await opened([sampleCallback()], undefined, unread)
  vi.setSystemTime(eleven(2).at)
  const dialled = callAfter(null, report('call.dialling', 'baresip', 'outgoing'), { mono: 0, wall: Date.now() })
  const ended = callAfter(dialled, report('call.ended', 'baresip', 'outgoing'), { mono: 1, wall: Date.now() })
  if (dialled === null || ended === null) throw new Error('absorbed')
  await desk.run.caughtUp([dialled])
  expect(desk.run.promiseFor(dialled)).toMatchObject({ callback: { id: sampleCallback().id }, isKeptByIt: true })
  await desk.run.happened({ type: 'call.ended', call: ended })
  expect(await desk.only()).toMatchObject({
    state: 'pending',
    due: { wall: eleven(32).wall },
    history: [{ type: 'made' }, { type: 'called', callId: dialled.id }, { type: 'noAnswer' }],
  })
})

test('an incoming call from somebody who was promised one is offered and keeps nothing by itself', async () => {
  const desk = await opened([sampleCallback()])
  const call = await desk.hears('call.ringing', 'baresip', 'incoming')
  await desk.hears('call.answered', 'baresip', 'incoming')
  expect([desk.run.promiseFor(call)?.isKeptByIt, (await desk.only())?.state]).toEqual([false, 'pending'])
})

test('a promise made in this call is not the one this call keeps', async () => {
  const desk = await opened([sampleCallback({ callId: 'baresip:a' })])
  vi.setSystemTime(eleven().at)
  await expect.poll(() => desk.run.promiseFor({ ...aCall('call.ringing', 'baresip'), id: 'baresip:b' })).not.toBeNull()
  await desk.hears('call.dialling', 'baresip')
  const call = await desk.hears('call.answered', 'baresip')
  expect([desk.run.promiseFor(call), (await desk.only())?.state]).toEqual([null, 'pending'])
})

test('a practice call keeps no real promise', async () => {
  const desk = await opened([sampleCallback()])
  vi.setSystemTime(eleven().at)
  await desk.hears('call.answered', 'practice')
  expect((await desk.only())?.state).toBe('pending')
})

test('an app that died while it rang asks the record how the call came out', async () => {
  const calling = (callId: string) => sampleCallback({ id: crypto.randomUUID(), state: 'calling', ...calledBy(callId) })
  const desk = await opened([calling('baresip:x'), calling('baresip:y'), calling('baresip:z')])
  const ended = { ...aCall('call.ended', 'baresip'), endedAt: eleven(1).at } as Call
  await desk.database.calls.bulkPut([
    { ...ended, id: 'baresip:x', answeredAt: eleven().at },
    { ...ended, id: 'baresip:y', answeredAt: null, endCause: 'no-answer' },
  ])
  vi.setSystemTime(eleven(2).at)
  await desk.run.caughtUp([])
  const after = await desk.database.callbacks.orderBy('due.at').toArray()
  expect(after.map((callback) => [callback.history[1], callback.state, callback.due.wall])).toEqual(
    expect.arrayContaining([
      [expect.objectContaining({ callId: 'baresip:x' }), 'kept', eleven().wall],
      [expect.objectContaining({ callId: 'baresip:y' }), 'pending', eleven(32).wall],
      [expect.objectContaining({ callId: 'baresip:z' }), 'pending', eleven().wall],
    ]),
  )
})

test('a snooze is in the record, and moves no promise', async () => {
  const desk = await opened([sampleCallback()])
  desk.answers('alarm.snooze', async () => success(alarm({ ringsAt: eleven(5).at, snoozedUntil: eleven(5).at })))
  await desk.orders.snooze(sampleCallback().id, 5)
  expect(await desk.only()).toMatchObject({
    due: { wall: eleven().wall },
    history: [{}, { type: 'snoozed', until: eleven(5).at }],
  })
})

test('a snooze of an alarm that waits for longer anyway is none', async () => {
  const desk = await opened([sampleCallback()])
  desk.answers('alarm.snooze', async () => success(alarm({ stage: 'waiting', ringsAt: eleven(-5).at })))
  await desk.orders.snooze(sampleCallback().id, 5)
  expect((await desk.only())?.history.map(({ type }) => type)).toEqual(['made'])
})

test('a callback that is put back is quiet as it was, and rings again when the snooze itself is taken back', async () => {
  const desk = await opened([sampleCallback()])
  desk.answers('alarm.snooze', async () => success(alarm({ snoozedUntil: eleven(20).at })))
  const { id } = sampleCallback()
  await desk.orders.snooze(id, 5)
  const snoozed = await desk.only()
  const kept = await desk.run.told(id, { type: 'keptByHand' })
  if (!snoozed || !kept.ok || !kept.value) throw new Error('the store is empty')
  await desk.orders.putBack(snoozed, kept.value)
  expect(desk.asked('alarm.set').at(-1)).toMatchObject({ snoozedUntil: eleven(20).at })
  await desk.orders.putBack(sampleCallback(), snoozed)
  expect(desk.asked('alarm.set').at(-1)).not.toHaveProperty('snoozedUntil')
})

test('a callback that was agreed anew is not quiet by the snooze before', async () => {
  const desk = await opened([sampleCallback()])
  desk.answers('alarm.snooze', async () => success(alarm({ snoozedUntil: eleven(5).at })))
  await desk.orders.snooze(sampleCallback().id, 5)
  await desk.run.told(sampleCallback().id, { type: 'renegotiated', to: eleven(1), reason: '' })
  expect(desk.asked('alarm.set')).toEqual([
    expect.objectContaining({ snoozedUntil: eleven(5).at }),
    expect.not.objectContaining({ snoozedUntil: expect.anything() }),
  ])
})

test('a snooze that the window had no time to write down is in the record after the next start, once', async () => {
  const desk = await opened([sampleCallback()])
  desk.alarms.set([alarm({ snoozedUntil: eleven(5).at })])
  await desk.run.caughtUp([])
  await desk.run.caughtUp([])
  expect(await desk.only()).toMatchObject({ history: [{}, { type: 'snoozed', until: eleven(5).at }] })
})

type Desk = Awaited<ReturnType<typeof opened>>

/** What a window is that has not seen yet what is promised. */
const unread = (store: CallbackStore): CallbackStore => ({
  ...store,
  agenda: { ...store.agenda, watch: () => writable<AgendaPage | undefined>(undefined) },
})

async function opened(callbacks: readonly Callback[] = [], giveWay?: GiveWay, storeOf = (store: CallbackStore) => store) {
  vi.useFakeTimers({ toFake: ['Date'] })
  const database = new SteadylineDatabase(`callback-run-${crypto.randomUUID()}`)
  databases.push(database)
  const storage = createStorage(database)
  await storage.open(null)
  await database.callbacks.bulkPut([...callbacks])
  const requests: { readonly channel: RequestChannel; readonly payload: unknown }[] = []
  const answers = new Map<RequestChannel, (payload: unknown) => Promise<unknown>>([
    ['call.dial', async () => success({ by: 'dialer' })],
  ])
  const companion = {
    async request(channel: RequestChannel, payload: unknown) {
      requests.push({ channel, payload })
      return (await answers.get(channel)?.(payload)) ?? success(null)
    },
    on: () => () => undefined,
  } as unknown as CompanionBridge
  const alarms = writable<readonly Alarm[]>([])
  const mirror = writable<Mirror>({
    link: 'up',
    dialers: [],
    settings: { ...defaultSettings, agentName: 'Ana Sild', team: { ...defaultSettings.team, user: 'ana.sild' } },
    playbooks: [],
    team: noTeam,
    hub: { state: 'off' },
    secrets: [],
    alarms: [],
    about: { version: '', shell: 'browser', pushTokenExists: false, zoneData: '' },
  })
  const store = storeOf(createCallbackStore(storage))
  const unwritten = writable<ReadonlySet<string>>(new Set())
  const calls = createCallStore(storage)
  const run: CallbackRun = await createCallbacks({
    ...{ store, alarms, companion, mirror, calls },
    briefs: createBriefStore(storage, () => undefined),
    unwritten,
    ...(giveWay ? { giveWay } : {}),
  })
  const isRead = () => run.promiseFor(aCall('call.ringing', 'baresip')) !== null
  if (storeOf !== unread && callbacks.some(matches)) await expect.poll(isRead).toBe(true)
  const orders = await run.orders()
  let call: Call | null = null
  const asked = (channel: RequestChannel) =>
    requests.filter((request) => request.channel === channel).map(({ payload }) => payload)
  return {
    run,
    orders,
    database,
    unwritten,
    alarms,
    mirror,
    asked,
    all: () => requests,
    armed: () => asked('alarms.arm').at(-1) as readonly ArmedCallback[],
    answers: (channel: RequestChannel, answer: (payload: unknown) => Promise<unknown>) => answers.set(channel, answer),
    only: () => database.callbacks.toCollection().first(),
    async hears(type: CallReport['type'], dialer: CallReport['dialer'], direction: 'incoming' | 'outgoing' = 'outgoing') {
      call = callAfter(call, report(type, dialer, direction), { mono: 0, wall: Date.now() })
      if (call === null) throw new Error('absorbed')
      await run.happened({ type, call })
      return call
    },
  }
}

function matches({ person, practice, state, callId }: Callback): boolean {
  return callId === null && !practice && isOpen({ state }) && person.number.replace(/\D/g, '').endsWith('55500142')
}

function report(type: CallReport['type'], dialer: CallReport['dialer'], direction: 'incoming' | 'outgoing'): CallReport {
  const party = { name: '', number: '+37255500142' }
  const base = { dialer, ref: 'a', direction, party }
  return type === 'call.ended' ? { ...base, type, end: { by: 'far-end', outcome: 'no-answer' } } : { ...base, type }
}

function aCall(type: CallReport['type'], dialer: CallReport['dialer']): Call {
  const call = callAfter(null, report(type, dialer, 'incoming'), { mono: 0, wall: 0 })
  if (call === null) throw new Error('absorbed')
  return call
}

function withDeputy(changes: Partial<Callback> = {}): Callback {
  return sampleCallback({ keeper: 'deputy', deputy: { ...jaan, briefId }, ...changes })
}

function briefedAt(late: number) {
  return { at: eleven(late).at, type: 'briefed', to: jaan.name } as const
}

function calledBy(callId: string): Pick<Callback, 'history'> {
  return { history: [...sampleCallback().history, { at: eleven().at, type: 'called', callId, lateMs: 0 }] }
}

function answered(stage: 'accepted' | 'declined' | 'withdrawn', reason = '') {
  const { brief, ...record } = receivedBrief({ direction: 'sent', stage, reason, stageAt: eleven(17).at })
  const callback = {
    wall: eleven().wall,
    zone: 'Europe/Tallinn',
    fold: 'only',
    at: eleven().at,
    kind: 'callback',
    reason: '',
    promised: '',
  } as const
  return { ...record, brief: { ...brief, id: briefId, to: jaan, callback } }
}

function alarm(changes: Partial<Alarm> = {}): Alarm {
  return {
    callbackId: sampleCallback().id,
    at: eleven().at,
    stage: 'overdue',
    ringsAt: eleven(15).at,
    snoozedUntil: null,
    whileAway: false,
    handedOverAt: null,
    ...changes,
  }
}
