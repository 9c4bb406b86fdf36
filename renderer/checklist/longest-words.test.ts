import { expect, test } from 'vitest'
import { fakePlaybook } from '../app/fake-playbook.ts'
import { longestWords } from './longest-words.ts'

const [open] = fakePlaybook.steps.filter(({ id }) => id === 'open')
const [kind] = fakePlaybook.kinds

test('room is kept for the longest line of any kind of client, with the name of this caller in it', () => {
  if (open === undefined || kind === undefined) throw new Error('the usual playbook opens a call')
  const long = 'Tell me, {caller.firstName}, from the very first day on, and leave nothing out that still makes you angry today.'
  const playbook = { ...fakePlaybook, kinds: [{ ...kind, lines: { ...kind.lines, [open.moment ?? '']: [long] } }] }
  expect(longestWords(playbook, { 'caller.firstName': 'Maximiliane' }).lines[0]).toBe(
    long.replace('{caller.firstName}', 'Maximiliane'),
  )
})

test('the place of the stance fits every kind of client of the usual playbook', () => {
  const room = longestWords(fakePlaybook, {}).stances.map(({ because }) => because)
  expect(fakePlaybook.kinds.filter(({ fear }) => !room.includes(fear)).map(({ id }) => id)).toEqual([])
})
