import { expect, test } from 'vitest'
import { noteTemplate } from './note-template.ts'
import type { Fallbacks } from './playbook.ts'
import { readPlaybook } from './read-playbook.ts'

const fallbacks: Fallbacks = { topic: null, time: null, option: null, supervisor: null }
const disposition = {
  id: 'follow-up',
  label: 'Follow-up',
  note: ['[{caller.name} wants:]', '[ ] Send the answer[ to {caller.firstName}]', 'About {topic}.'],
}

test('a note begins with what is known of the caller, and its promises keep their box', () => {
  const marta = { 'caller.name': 'Marta Kask', 'caller.firstName': 'Marta' }
  expect(noteTemplate(disposition, marta, fallbacks)).toBe('Marta Kask wants: \n[ ] Send the answer to Marta\nAbout this.')
})

test('a note of a caller nobody knows still reads well', () => {
  expect(noteTemplate({ ...disposition, note: disposition.note.slice(1) }, {}, fallbacks)).toBe(
    '[ ] Send the answer\nAbout this.',
  )
})

test('a call that came out in a way an older playbook knows has nothing to begin its note', () => {
  expect(noteTemplate({ id: 'follow-up', label: 'Follow-up' }, {}, fallbacks)).toBe('')
})

test.each([
  ['a placeholder nobody knows', '[ ] Call {boss}', 'line.unknownPlaceholder'],
  ['a bracket left open', '[ ] Call [ {caller.name}', 'line.brackets'],
  ['HTML', '[ ] <b>now</b>', 'text.html'],
])('a line of a note with %s is a problem at its place', (_, line, code) => {
  const text = JSON.stringify({
    ...{ id: 'ours', name: 'Ours', steps: [{ id: 'open', title: 'Open', lines: ['Good day.'] }] },
    kinds: [{ id: 'calm', name: 'Calm', fear: 'None.', stance: 'Be kind.' }],
    dispositions: [{ id: 'done', label: 'Done', note: ['[ ] Send the answer', line] }],
  })
  expect(readPlaybook(text)).toMatchObject({
    ok: false,
    failure: [{ path: ['dispositions', 0, 'note', 1], code }],
  })
})
