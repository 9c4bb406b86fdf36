import { expect, test } from 'vitest'
import { zeroed } from '../call/stopwatch.ts'
import { blankOutcome } from '../checklist/outcome.ts'
import type { Handling } from '../notes/note.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { JudgedCall } from './one-time-or-pattern.ts'
import { personStanding } from './person-standing.ts'

const day = 24 * 60 * 60 * 1000
const now = 200 * day

const playbook = {
  version: 'v1',
  kinds: [{ id: 'demanding', name: 'Demanding' }],
  options: [{ id: 'refund', name: 'Refund' }],
  ladder: [
    { id: 'calm', name: 'Calm statement' },
    { id: 'warning', name: 'Warning' },
  ],
  steps: [
    { id: 'open', title: 'Open' },
    { id: 'listen', title: 'Listen' },
  ],
} as unknown as Playbook

function call(daysAgo: number, changes: Partial<Handling> | null): JudgedCall {
  const startedAt = now - daysAgo * day
  const id = `baresip:${daysAgo}`
  const handling: Handling = {
    playbook: { id: 'p', version: 'v1' },
    kind: null,
    triggers: [],
    steps: {},
    ladder: [],
    partingApprovedBy: null,
    outcome: blankOutcome,
    ...changes,
  }
  const clocks = { ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed }
  const times = { startedAt, answeredAt: startedAt, endedAt: startedAt }
  return {
    call: {
      ...{ id, dialer: 'baresip', direction: 'incoming', party: { name: '', number: '1' }, state: 'ended' },
      ...{ endCause: 'caller-hung-up', consultFor: null, certain: true, ...times, ...clocks },
    },
    note: changes && {
      ...{ id, text: '', state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', handling, practice: false },
      ...{ createdAt: startedAt, updatedAt: startedAt },
    },
  }
}

const rung = (id: string | null, at: number) => ({ rung: id, at, said: '' })

test('a person’s calls say how often it was hard, how far it went, what worked last and how they usually are', () => {
  const calls = [
    call(1, { kind: 'demanding', ladder: [rung('calm', 7)] }),
    call(40, {
      kind: 'demanding',
      outcome: {
        ...blankOutcome,
        hardness: 1,
        agreed: 'A call on Tuesday',
        granted: [{ option: 'refund', amount: 20, approver: '' }],
      },
      steps: { listen: { mark: 'done', at: 1, said: '' }, open: { mark: 'skipped', at: 1, said: '' } },
    }),
    call(80, { kind: 'a kind that is gone', ladder: [rung('calm', 2), rung('warning', 3), rung(null, 4)] }),
    call(91, { ladder: [rung('warning', 1)] }),
    call(95, { outcome: { ...blankOutcome, hardness: 2, agreed: 'Something older' } }),
  ]
  expect(personStanding(calls, (version) => (version === 'v1' ? playbook : undefined), now)).toEqual({
    recent: { judgement: 'one-time', calls: 1, hardCalls: 1 },
    long: { calls: 3, hardCalls: 2 },
    highestRung: { name: 'Warning', at: 3 },
    workedLast: { callId: 'baresip:40', at: now - 40 * day, granted: ['Refund'], agreed: 'A call on Tuesday', steps: ['Listen'] },
    usualKind: { name: 'Demanding', calls: 2, of: 3 },
  })
})

test('somebody nobody has written about has no more than their calls', () => {
  expect(personStanding([call(3, null)], () => undefined, now)).toEqual({
    recent: { judgement: 'one-time', calls: 1, hardCalls: 0 },
    long: { calls: 1, hardCalls: 0 },
    highestRung: null,
    workedLast: null,
    usualKind: null,
  })
})

test('parts of a playbook version that is gone are told by their ids', () => {
  const { highestRung, usualKind } = personStanding(
    [call(3, { kind: 'demanding', ladder: [rung('calm', 5)] })],
    () => undefined,
    now,
  )
  expect([highestRung?.name, usualKind?.name]).toEqual(['calm', 'demanding'])
})
