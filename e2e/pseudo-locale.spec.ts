import { difficultClients } from '../shared/playbook/difficult-clients.ts'
import { practiceCaller, practiceCallerSays } from '../shared/practice/practice-caller.ts'
import { type Look, visitEveryScreen } from './drivers/every-screen.ts'
import { textsOutsideTheWindow } from './drivers/texts-outside-the-window.ts'
import { expect, test } from './fixtures.ts'

test('in another language no English word is left behind', async ({ app }) => {
  expect(await visitEveryScreen(app, { language: 'en-XA' }, englishWords)).toEqual([])
})

for (const width of [400, 360]) {
  test(`words 40 % longer stand whole in a window of ${width} pixels`, async ({ app }) => {
    await app.page.setViewportSize({ width, height: 860 })
    expect(await visitEveryScreen(app, { language: 'en-XA' }, (page) => page.evaluate(textsOutsideTheWindow))).toEqual([])
  })
}

/** Texts that are not ours to translate: the playbook, the practice caller, what the agent typed, and React Aria's own word. */
const untranslated = [
  ...difficultClients.steps.flatMap(({ title, lines, hint }) => [title, hint, ...lines]),
  ...difficultClients.dispositions.map(({ label }) => label),
  ...[null, ...difficultClients.steps.map(({ id }) => id)].flatMap((step) => practiceCallerSays(step) ?? []),
  practiceCaller.name,
  'A note to look at',
  'nothing like it',
  'Dismiss',
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
  const properNames = /baresip|Steadyline|ctrl_tcp|Zammad|MicroSIP|PBX|Esc|Ctrl|curl/g
  return texts.filter(
    (text) =>
      !untranslated.some((known) => text.includes(known)) &&
      /\b[a-z]{3,}\b/i.test(text.replace(/\[.*?\]/g, '').replace(properNames, '')),
  )
}
