import { expect, test } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import type { BroadcastChannel, Broadcasts, CompanionBridge, Snapshot } from '../../shared/contract.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import { noTeam } from '../../shared/transfer/team.ts'
import { createCompanionMirror } from './companion-mirror.ts'

const ringing = called('call.ringing')
const live = called('call.answered')

test('a fresh window catches up from the snapshot and goes on with what comes after it', async () => {
  const { tell, answer, happened } = mirroring()
  tell(7, 'call.happened', { type: 'call.ringing', call: ringing })
  tell(8, 'call.happened', { type: 'call.answered', call: live })
  await answer({ seq: 7, calls: [ringing] })
  expect(happened).toEqual(['caught up with ringing', 'call.answered'])
})

test('what the snapshot already holds is not told again', async () => {
  const { tell, answer, happened } = mirroring()
  await answer({ seq: 8, calls: [live] })
  tell(8, 'call.happened', { type: 'call.answered', call: live })
  expect(happened).toEqual(['caught up with live'])
})

test('a gap in the numbers asks for everything again', async () => {
  const { tell, answer, asked, happened } = mirroring()
  await answer({ seq: 1, calls: [] })
  tell(3, 'call.happened', { type: 'call.answered', call: live })
  expect(asked()).toBe(2)
  await answer({ seq: 3, calls: [live] })
  expect(happened).toEqual(['caught up with nothing', 'caught up with live'])
})

test('while the line is lost the last known state stands, and a new line catches up', async () => {
  const { tell, answer, asked, seen, happened } = mirroring()
  await answer({ seq: 1, calls: [live] })
  tell(1, 'link.changed', { up: false })
  expect([seen().link, happened]).toEqual(['down', ['caught up with live']])
  tell(1, 'link.changed', { up: true })
  await answer({ seq: 0, calls: [] })
  expect([seen().link, happened, asked()]).toEqual(['up', ['caught up with live', 'caught up with nothing'], 2])
})

test('an answer that was overtaken by a newer question is not believed', async () => {
  const { tell, answerTo, happened } = mirroring()
  tell(0, 'link.changed', { up: true })
  await answerTo(1, { seq: 5, calls: [live] })
  await answerTo(0, { seq: 2, calls: [ringing] })
  expect(happened).toEqual(['caught up with live'])
})

test("the companion's clock is read through half the round trip", async () => {
  const { answer, tick, now } = mirroring()
  tick(10)
  await answer({ seq: 0, calls: [], monoNow: 5_000 })
  tick(100)
  expect(now()).toBe(5_105)
})

test('a playbook changed on the disk takes the place of the one before it', async () => {
  const { tell, answer, asked, seen } = mirroring()
  await answer({ seq: 1, calls: [] })
  const entry = { file: 'ours.yaml', builtIn: false, playbook: null, warnings: [], errors: [] }
  tell(2, 'playbooks.changed', [entry])
  expect([seen().playbooks, asked()]).toEqual([[entry], 1])
})

function mirroring() {
  let local = 0
  const answers: ((snapshot: Snapshot) => void)[] = []
  const listeners = new Map<string, (payload: never, seq: number) => void>()
  const bridge: CompanionBridge = {
    request: () => new Promise((resolve) => answers.push(resolve as (snapshot: Snapshot) => void)),
    on(channel, listener) {
      listeners.set(channel, listener as (payload: never, seq: number) => void)
      return () => listeners.delete(channel)
    },
  }
  const happened: string[] = []
  const mirror = createCompanionMirror(bridge, () => local)
  mirror.start({
    happened: ({ type }) => happened.push(type),
    amended: () => undefined,
    alarmChanged: (id) => happened.push(`alarm ${id}`),
    clockJumped: () => happened.push('clock jumped'),
    briefChanged: () => undefined,
    caughtUp: (calls) => happened.push(`caught up with ${calls.map(({ state }) => state).join() || 'nothing'}`),
  })

  async function answerTo(question: number, part: Pick<Snapshot, 'seq' | 'calls'> & Partial<Snapshot>): Promise<void> {
    answers[question]?.({
      monoNow: 0,
      dialers: [],
      settings: defaultSettings,
      playbooks: [],
      team: noTeam,
      hub: { state: 'off' },
      briefs: [],
      secrets: [],
      journal: { id: 'journal', last: 0, bytes: 0, keptUntil: null, fault: null },
      alarms: [],
      about: { version: '0', shell: 'browser', pushTokenExists: false, zoneData: '2026a' },
      ...part,
    })
    await Promise.resolve()
    await Promise.resolve()
  }

  return {
    happened,
    answerTo,
    answer: (part: Pick<Snapshot, 'seq' | 'calls'> & Partial<Snapshot>) => answerTo(answers.length - 1, part),
    asked: () => answers.length,
    seen: mirror.state.get,
    now: mirror.now,
    tick(ms: number) {
      local += ms
    },
    tell<Channel extends BroadcastChannel>(seq: number, channel: Channel, payload: Broadcasts[Channel]) {
      listeners.get(channel)?.(payload as never, seq)
    },
  }
}

function called(type: 'call.ringing' | 'call.answered'): Call {
  const call = callAfter(null, { type, dialer: 'baresip', ref: 'a' }, { mono: 0, wall: 0 })
  if (call === null) throw new Error('a first report opens a call')
  return call
}
