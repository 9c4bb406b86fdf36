import type { Page } from '@playwright/test'
import { ask } from '../app/contract-from-page.ts'
import { PlaybookFiles } from '../drivers/playbook-files.ts'
import { type Bench, type Figure, percentile } from './figures.ts'
import { latenciesOf, watchKeys } from './key-watch.ts'
import { largePlaybook } from './large-playbook.ts'
import { withApp } from './with-app.ts'

/** From a key in the editor, through the companion's check of the whole text, to the preview that shows it. */
export const playbookPreview: Bench = {
  name: 'playbook-preview',
  run: () =>
    withApp(async (app) => {
      const { page } = app
      await page.setViewportSize({ width: 1000, height: 860 })
      const copy = await ask(page, 'playbook.duplicate', { file: 'built-in/difficult-clients.yaml' })
      if (!copy.ok) throw new Error(copy.failure.kind)
      const files = new PlaybookFiles(app)
      await files.writes('large.yaml', largePlaybook())
      await files.isKnown('large.yaml')
      return [
        ...(await preview(page, copy.value.playbook?.name ?? '', 'playbook.preview', 100)),
        ...(await preview(page, 'Large large', 'playbook.preview-large')),
      ]
    }),
}

async function preview(page: Page, name: string, figure: string, bar?: number): Promise<readonly Figure[]> {
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('l')
  await page.getByRole('article', { name, exact: true }).getByRole('button', { name: 'Edit' }).click()
  const line = '[aria-label="Preview"] section p:not([aria-hidden])'
  const shown = await page.locator(line).first().textContent()
  await page.getByRole('textbox', { name: `Text of ${name}` }).evaluate((area, said) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the text is no text area')
    const end = area.value.indexOf(said) + said.length
    area.focus()
    area.setSelectionRange(end, end)
  }, shown?.slice(0, 20) ?? '')
  await watchKeys(page, line)
  await latenciesOf(page, keys(5))
  const latencies = await latenciesOf(page, keys(60))
  return [
    { key: `${figure}.p50_ms`, value: percentile(latencies, 0.5) },
    { key: `${figure}.p95_ms`, value: percentile(latencies, 0.95), ...(bar === undefined ? {} : { bar }) },
  ]
}

function keys(count: number): readonly string[] {
  return Array.from({ length: count }, () => 'a')
}
