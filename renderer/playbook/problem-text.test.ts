import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'
import { enRooms } from '../words/en-rooms.ts'
import { problemText } from './problem-text.ts'

const words = createInstance()
await words.init({ lng: 'en', resources: { en: { translation: enRooms } }, interpolation: { escapeValue: false } })

const sound = [
  'id: ours',
  'name: Ours',
  'kinds: [{ id: calm, name: Calm, fear: None., stance: Be kind. }]',
  'dispositions: [{ id: done, label: Done }]',
  'steps: [{ id: open, title: Open, lines: [Good day.] }]',
]

test.each([
  ['an unknown field', [...sound, 'mood: calm'], 'Nobody knows the field “mood”. It is kept and not used.'],
  ['a missing field', sound.slice(1), '“id” is missing.'],
  ['a field of another form', [...sound, 'recovery: 7'], 'Expected list, found number.'],
  ['a field twice', [...sound, 'id: ours'], '“id” is here twice.'],
  ['an alias', [...sound, 'recovery: *all'], 'Anchors and aliases are not allowed. Write the text out.'],
  ['HTML', [...sound, 'recovery: ["<b>Now</b>"]'], 'Holds HTML. A playbook is plain text.'],
  ['a placeholder nobody knows', [...sound, 'recovery: ["{age}"]'], 'There is no placeholder “age”.'],
  [
    'a name without brackets',
    [...sound, 'recovery: ["Hello {caller.firstName}"]'],
    'Put “caller.firstName” in square brackets: it may not be known.',
  ],
  ['a text that is too big', ['x'.repeat(1024 * 1024 + 1)], 'Larger than a playbook may be: 1 MB at most.'],
])('%s is said with what to do', (_what, lines, said) => {
  const read = readPlaybook(lines.join('\n'))
  const [problem] = read.ok ? read.value.warnings : read.failure
  if (problem === undefined) throw new Error('there is no problem')
  expect(problemText(words.t, 'en-GB', problem)).toBe(said)
})
