import { expect, test } from 'vitest'
import type { TransferRecord } from '../transfer/transfer-record.ts'
import { incidentReport } from './incident-report.ts'
import { abusiveCall } from './incident-report-sample.ts'

const at = abusiveCall.call.startedAt
const transfer: TransferRecord = {
  brief: null,
  attempts: [
    {
      briefId: 'b1',
      to: { id: 'jaan.tamm', name: 'Jaan Tamm', number: '201' },
      by: 'hub',
      at: at + 60_000,
      result: 'declined',
      resultAt: at + 90_000,
      reason: 'In a meeting',
    },
  ],
  entries: [
    { stage: 'tellingCaller', at: at + 30_000, said: '', reason: '' },
    { stage: 'choosing', at: at + 40_000, said: 'I bring somebody in.', reason: '' },
    { stage: 'returned', at: at + 120_000, said: '', reason: '' },
  ],
}

test('a supervisor reads who was asked, what they said and that the caller was taken back', () => {
  const report = incidentReport({ ...abusiveCall, handling: { ...abusiveCall.handling, transfer } })
  expect(report.sections.find(({ heading }) => heading === 'Transfer')).toMatchObject({
    facts: [{ label: 'Came to', value: 'back to the caller' }],
    events: [
      { what: 'begun', said: '' },
      { what: 'caller told', said: 'I bring somebody in.' },
      { what: 'Asked: Jaan Tamm' },
      { what: 'Jaan Tamm: declined (In a meeting)' },
      { what: 'back to the caller' },
    ],
  })
})

test('a report of a call without a transfer does not mention one', () => {
  expect(incidentReport(abusiveCall).sections.map(({ heading }) => heading)).not.toContain('Transfer')
})
