import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleCallback } from '../callbacks/sample-callback.ts'
import { incidentReportHtml } from '../notes/incident-report-html.ts'
import { incidentReportMarkdown } from '../notes/incident-report-markdown.ts'
import { abusiveCall } from '../notes/incident-report-sample.ts'
import type { Note } from '../notes/note.ts'
import { type SupervisorInput, supervisorReport } from './supervisor-report.ts'

const supervisor = {
  summary: 'In short',
  calls: 'Calls',
  hardCalls: 'Hard calls',
  made: 'Made',
  notWrappedUp: 'Not wrapped up yet',
  boundariesSet: 'Boundary',
  promised: 'Promised call',
  stillOpen: 'still to be kept',
  closed: 'closed',
}
const { call, locale, zone } = abusiveCall
const note: Note = { ...abusiveCall.note, handling: abusiveCall.handling, learning: 'Breathe first' }

function report(changes: Partial<SupervisorInput> = {}) {
  const words = { ...abusiveCall.words, supervisor }
  return supervisorReport({ title: 'A day', calls: [{ call, note }], callbacks: [], words, locale, zone, now: 0, ...changes })
}

test('a supervisor reads who called, how it ended, each boundary and the note', () => {
  const [summary, section] = report({ callbacks: [sampleCallback({ callId: call.id })] }).sections
  expect(summary?.facts.slice(0, 2)).toEqual([
    { label: 'Calls', value: '1' },
    { label: 'Hard calls', value: '1' },
  ])
  const told = new Map(section?.facts.map(({ label, value }) => [label, value]))
  expect(told.get(abusiveCall.words.disposition)).toBe(note.dispositionLabel)
  expect(told.get('Promised call')).toContain('Where order 88-1042 is, still to be kept')
  expect(section?.events.length).toBe(note.handling?.ladder.filter(({ rung }) => rung !== null).length)
  expect(section?.text).toBe(note.text)
})

test('practice, second legs and the words of a draft stay with the agent', () => {
  const draft: Note = { ...note, state: 'draft', text: 'Half a thought', dispositionLabel: null, handling: null }
  const written = JSON.stringify(
    report({
      calls: [
        { call: { ...call, id: 'p', dialer: 'practice', party: { name: 'Rehearsed', number: '' } }, note },
        { call: { ...call, id: 's', consultFor: call.id, party: { name: 'Asked', number: '' } }, note: null },
        { call, note: draft },
      ],
    }),
  )
  expect(written).not.toContain('Rehearsed')
  expect(written).not.toContain('Asked')
  expect(written).not.toContain('Half a thought')
  expect(written).toContain('Not wrapped up yet')
})

test('nothing that was learnt is ever in a file for a supervisor', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (words) => {
      const learning = `learnt:${words}`
      const made = report({ calls: [{ call, note: { ...note, learning } }] })
      expect(made).toEqual(report({ calls: [{ call, note: { ...note, learning: '' } }] }))
    }),
  )
})

test('no name and no note can add a tag to the page, or a heading to the text', () => {
  const shape = (page: string) => page.match(/<[^>]*>/g)
  const made = (name: string, text: string) =>
    report({ calls: [{ call: { ...call, party: { ...call.party, name } }, note: { ...note, text } }] })
  const headings = (text: string) => text.match(/^#.*/gm)?.length
  const hostile = fc.string({ unit: fc.constantFrom('<', '>', '"', '#', '&', '/', '\n', '\u2028', ' ', 'a') })
  fc.assert(
    fc.property(hostile, hostile, (name, text) => {
      const wild = made(`x${name}`, `x${text}`)
      expect(shape(incidentReportHtml(wild))).toEqual(shape(incidentReportHtml(made('x', 'x'))))
      expect(headings(incidentReportMarkdown(wild))).toBe(headings(incidentReportMarkdown(made('x', 'x'))))
    }),
  )
})
