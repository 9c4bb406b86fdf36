import { expect, test } from 'vitest'
import { suggestedTags, tagsInNote } from './tags-in-note.ts'

test('a word behind a # is a tag, in any script; a number, a link and a colour are not', () => {
  const text = '#refund late #Müller-case #возврат (#vip) order #88-1042 https://a.example/#top &#x27; #refund ##no'
  expect(tagsInNote(text)).toEqual(['refund', 'Müller-case', 'возврат', 'vip'])
})

test('what the note names comes before what the agent uses most, and nothing that is chosen', () => {
  const earlier = [['late', 'vip'], ['late'], ['refund', 'courier'], ['courier'], ['courier']]
  expect(suggestedTags('#Refund asked', ['VIP'], earlier, 3)).toEqual(['Refund', 'courier', 'late'])
})
