import { readFileSync } from 'node:fs'
import { firstNameIn } from '../shared/playbook/first-name.ts'
import { fillLine } from '../shared/playbook/placeholders.ts'
import { readPlaybook } from '../shared/playbook/read-playbook.ts'
import { practiceCaller, practiceCallerSays } from '../shared/practice/practice-caller.ts'
import { type Look, visitEveryScreen } from './drivers/every-screen.ts'
import { textsOutsideTheWindow } from './drivers/texts-outside-the-window.ts'
import { expect, test } from './fixtures.ts'

test('in another language no English word is left behind', { tag: '@browser-only' }, async ({ app }) => {
  expect(await visitEveryScreen(app, { language: 'en-XA' }, englishWords)).toEqual([])
})

for (const width of [400, 360]) {
  test(`words 40 % longer stand whole in a window of ${width} pixels`, { tag: '@browser-only' }, async ({ app }) => {
    await app.page.setViewportSize({ width, height: 860 })
    expect(await visitEveryScreen(app, { language: 'en-XA' }, (page) => page.evaluate(textsOutsideTheWindow))).toEqual([])
  })
}

/** Parts of a playbook that nobody reads. */
const names = new Set(['id', 'moment', 'grantedBy', 'action', 'currency', 'language'])
/** Who is called by name: in practice, and in the preview of a playbook. */
const callers = [practiceCaller.name, 'Marta Kask'].map((name) => ({
  'caller.name': name,
  'caller.firstName': firstNameIn(name),
}))

const builtInIds = ['difficult-clients', 'overdue-account', 'promised-call', 'follow-up']

/** Texts that are not ours to translate: playbooks, the practice caller, what the agent typed, and React Aria's own words. */
const untranslated = [
  ...builtInIds.flatMap((id) => textsOfPlaybook(`shared/playbook/built-in/${id}.yaml`)),
  ...[...stepIds(), null].flatMap((step) => practiceCallerSays(step) ?? []),
  practiceCaller.name,
  'A note to look at',
  'nothing like it',
  'Dismiss',
  'Press Enter to start dragging.',
  'Selected Date: ',
  'month, ',
  'day, ',
  'year, ',
]

const englishWords: Look = async (page) => {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '')
    }
    return found
  })
  const properNames = /baresip|Steadyline|ctrl_tcp|Zammad|MicroSIP|PBX|Esc|Ctrl|curl|GMT|UTC|Tallinn/g
  return texts.filter(
    (text) =>
      !untranslated.some((known) => text.includes(known)) &&
      /\b[a-z]{3,}\b/i.test(
        text
          .replace(/\[.*?\]/g, '')
          .replace(properNames, '')
          .replace(searchFilters, '')
          .replace(datesOfEnglish, ''),
      ),
  )
}

/** Typed as they stand in every language, such as `kind:demanding` and `hard`. */
const searchFilters = /\b[a-z]+:\S*|^(hard|open|learned)$/g

/** The pseudo-locale has the days and months of English. */
const datesOfEnglish = new RegExp(`\\b(${namesOfDates().join('|')})\\b`, 'gi')

function namesOfDates(): readonly string[] {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month)))
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1)))
  const named = (part: 'month' | 'weekday', style: 'long' | 'short') =>
    new Intl.DateTimeFormat('en', { [part]: style, timeZone: 'UTC' }).format
  const near = [-1, 0, 1].map((days) => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(days, 'day'))
  return near.concat(
    (['long', 'short'] as const).flatMap((style) => [...months.map(named('month', style)), ...days.map(named('weekday', style))]),
  )
}

function playbookAt(file: string) {
  const read = readPlaybook(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(`${file} cannot be read`)
  return read.value.playbook
}

/** As written and as said. */
function textsOfPlaybook(file: string): readonly string[] {
  const texts: string[] = []
  JSON.stringify(playbookAt(file), (key, value) => {
    if (typeof value === 'string' && value !== '' && !names.has(key))
      texts.push(value, ...callers.map((facts) => fillLine(value, facts)))
    return value
  })
  return texts
}

function stepIds(): readonly string[] {
  return builtInIds.flatMap((id) => playbookAt(`shared/playbook/built-in/${id}.yaml`).steps.map((step) => step.id))
}
