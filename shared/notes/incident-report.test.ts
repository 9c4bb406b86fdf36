import { expect, test } from 'vitest'
import { blankOutcome } from '../checklist/outcome.ts'
import { incidentReport } from './incident-report.ts'
import { incidentReportMarkdown } from './incident-report-markdown.ts'
import { abusiveCall } from './incident-report-sample.ts'

test('a supervisor reads who called, which warnings were given in which words, who approved what, and how it ended', () => {
  expect(incidentReportMarkdown(incidentReport(abusiveCall))).toBe(`# Incident report

## The call

- **Caller:** Marta Kask
- **Number:** +37255500142
- **Direction:** Incoming
- **Started:** 21 November 2026 at 14:00:00 GMT+2
- **Answered:** 21 November 2026 at 14:00:04 GMT+2
- **Ended:** 21 November 2026 at 14:09:30 GMT+2
- **End of the line:** The agent hung up
- **Talked:** 9m 26s
- **Time zone:** Europe/Tallinn

## Boundaries

- **14:05:00 GMT+2** Calm statement: “I want to help you.”
- **14:06:00 GMT+2** Back to level ground
- **14:09:00 GMT+2** End of call: “I'm ending this call now.”

## Outcome

- **How it ended:** Ended after warnings
- **Kind of client:** Demanding
- **Triggers:** Unheard
- **How hard it was:** 5 / 5
- **Agreed:** A letter by Friday
- **Granted:** Refund, €250.00, approved by Ines Roth
- **Follow-up:** No
- **Tags:** late, refund

## Steps

- **Playbook:** Our house, version 0123456789ab

- **14:01:00 GMT+2** Open, done: “Tell me what happened.”
- **14:02:00 GMT+2** Listen, skipped

## Note

> Shouted from the start.
>
> Wants a refund.
`)
})

test('a call whose playbook is gone is still reported, its parts by their ids', () => {
  const [, boundaries, outcome, steps] = incidentReport({ ...abusiveCall, playbook: null }).sections
  expect(boundaries?.events.map(({ what }) => what)).toEqual(['calm', 'Back to level ground', 'end'])
  expect(outcome?.facts.slice(1, 6)).toEqual([
    { label: 'Kind of client', value: 'demanding' },
    { label: 'Triggers', value: 'unheard' },
    { label: 'How hard it was', value: '5 / 5' },
    { label: 'Agreed', value: 'A letter by Friday' },
    { label: 'Granted', value: 'refund, 250, approved by Ines Roth' },
  ])
  expect(steps?.events.map(({ what }) => what)).toEqual(['open, done', 'listen, skipped'])
})

test('what was left blank takes no line, and what did not happen is said', () => {
  const { call, note, handling } = abusiveCall
  const quiet = incidentReport({
    ...abusiveCall,
    call: { ...call, dialer: 'practice', party: { name: '', number: '' }, answeredAt: null, endedAt: null, endCause: null },
    note: { ...note, text: ' \n', dispositionLabel: null },
    handling: {
      ...handling,
      kind: null,
      triggers: [],
      steps: {},
      ladder: [],
      partingApprovedBy: 'Ines Roth',
      outcome: blankOutcome,
    },
  })
  expect(quiet.sections.map(({ facts, events, text }) => ({ labels: facts.map(({ label }) => label), events, text }))).toEqual([
    {
      labels: ['Number', 'Direction', 'Started', 'Talked', 'Time zone'],
      events: [],
      text: 'A practice call.',
    },
    { labels: ['Parting ways approved by'], events: [], text: 'None had to be set.' },
    { labels: ['Follow-up'], events: [], text: '' },
    { labels: ['Playbook'], events: [], text: 'None was marked.' },
    { labels: [], events: [], text: 'No note was written.' },
  ])
})

test('the times of a call across the end of summer time each name their own offset', () => {
  const { handling } = abusiveCall
  const ladder = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)].map((at) => ({ rung: 'calm', at, said: '' }))
  const [, boundaries] = incidentReport({ ...abusiveCall, handling: { ...handling, ladder } }).sections
  expect(boundaries?.events.map(({ at }) => at)).toEqual(['03:30:00 GMT+3', '03:30:00 GMT+2'])
})
