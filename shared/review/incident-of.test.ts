import { expect, test } from 'vitest'
import { blankOutcome } from '../checklist/outcome.ts'
import type { Note } from '../notes/note.ts'
import { incidentOf } from './incident-of.ts'

const note: Note = {
  id: 'baresip:a',
  text: 'Shouted',
  state: 'saved',
  disposition: 'resolved',
  dispositionLabel: 'Resolved',
  handling: {
    playbook: { id: 'ours', version: '1' },
    kind: null,
    triggers: [],
    steps: {},
    ladder: [
      { rung: 'calm', at: 10, said: 'I want to help.' },
      { rung: null, at: 20, said: '' },
      { rung: 'calm', at: 30, said: 'I want to help.' },
      { rung: 'warning', at: 40, said: 'Please stop.' },
    ],
    partingApprovedBy: null,
    outcome: blankOutcome,
  },
  practice: false,
  createdAt: 1,
  updatedAt: 50,
}

test('a finished note with boundaries is an incident from the first of them, each rung once', () => {
  expect(incidentOf(note)).toEqual({ id: 'baresip:a', at: 10, rungs: ['calm', 'warning'], reported: null })
})

test('a draft, a practice call and a call without a boundary are no incident', () => {
  const calm = note.handling && { ...note.handling, ladder: [{ rung: null, at: 20, said: '' }] }
  const others: readonly Note[] = [
    { ...note, state: 'draft' },
    { ...note, practice: true },
    { ...note, handling: null },
    { ...note, handling: calm },
  ]
  expect(others.map(incidentOf)).toEqual([null, null, null, null])
})
