import type { Page } from '@playwright/test'
import { Agent } from '../drivers/agent.ts'
import { PlaybookFiles } from '../drivers/playbook-files.ts'
import { type Bench, percentile } from './figures.ts'
import { latenciesOf, watchKeys } from './key-watch.ts'
import { largePlaybook } from './large-playbook.ts'
import { withApp } from './with-app.ts'

const frame = 1000 / 60

/** From the key that marks a step to the next step on the screen, with a playbook of 500 steps and 5,000 phrases. */
export const checklistStep: Bench = {
  name: 'checklist-step',
  run: () =>
    withApp(async (app) => {
      const { page } = app
      const agent = new Agent(app)
      await new PlaybookFiles(app).putsToUse('large', largePlaybook())
      await agent.startsCallByHand('The one helped', '+15550180')
      await agent.isAtStep('Step 1')
      await watchKeys(page, '[aria-current="step"]')
      await latenciesOf(page, keys(20))
      const ours = await latenciesOf(page, keys(300))
      await openPlainPage(page)
      await watchKeys(page, 'p')
      const plain = await latenciesOf(page, keys(300))
      return [
        { key: 'checklist.step.p50_ms', value: percentile(ours, 0.5), peer: percentile(plain, 0.5) },
        { key: 'checklist.step.p99_ms', value: percentile(ours, 0.99), peer: percentile(plain, 0.99), bar: frame + 4 },
      ]
    }),
}

function keys(count: number): readonly string[] {
  return Array.from({ length: count }, () => 'Enter')
}

/** The least that can show a next step: one text node that a key changes, on a page of the host that is not there. */
async function openPlainPage(page: Page): Promise<void> {
  await page.goto(new URL('/plain', page.url()).href)
  await page.evaluate(() => {
    const step = document.createElement('p')
    document.body.replaceChildren(step)
    let number = 0
    addEventListener('keydown', () => {
      number += 1
      step.textContent = `Step ${number}`
    })
  })
}
