import { expect, test } from 'vitest'
import { builtInTexts } from '../../shared/playbook/built-in/built-in-playbooks.ts'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'
import { phrasesOf, phrasesWith } from './phrases.ts'

const read = readPlaybook(builtInTexts[0] ?? '')
if (!read.ok) throw new Error('the usual playbook can always be read')
const { playbook } = read.value

const marta = { 'caller.firstName': 'Marta' }

test('what the agent wrote lately comes first, whoever the caller was then', () => {
  const line = playbook.ladder[0]?.say ?? ''
  const phrases = phrasesOf(playbook, marta, [{ text: `Told her: ${line.replace(/\[.*?\]/g, ', Liis')}` }])
  expect(phrases[0]).toEqual({ words: expect.any(String), isRecent: true })
  expect(phrases.filter(({ isRecent }) => isRecent)).toHaveLength(1)
})

test('every phrase is there once, filled in for this caller, without a mark of the playbook', () => {
  const words = phrasesOf(playbook, marta, []).map((phrase) => phrase.words)
  expect(new Set(words).size).toBe(words.length)
  expect(words.filter((each) => /[[\]{}]/.test(each))).toEqual([])
  expect(words.some((each) => each.includes('Marta'))).toBe(true)
})

test('a phrase is found by any of its words, in any order', () => {
  const phrases = ['I hear you.', 'You will hear from me.', 'Thank you.'].map((words) => ({ words, isRecent: false }))
  expect(phrasesWith(phrases, 'HEAR y').map(({ words }) => words)).toEqual(['I hear you.', 'You will hear from me.'])
  expect(phrasesWith(phrases, '')).toHaveLength(3)
})
