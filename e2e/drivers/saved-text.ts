import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import type { App } from '../app/app.ts'

/** The text of the file that this button saves, however the shell hands files over. */
export async function savedText({ page, shell }: App, button: Locator): Promise<string> {
  await button.focus()
  if (shell === 'browser') {
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    return readFile(await download.path(), 'utf8')
  }
  const text = await page.evaluateHandle(() => {
    addEventListener('click', (event) => event.target instanceof HTMLAnchorElement && event.preventDefault(), true)
    const createObjectURL = URL.createObjectURL
    const taken = new Promise<string>((resolve) => {
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = createObjectURL
        resolve(blob instanceof Blob ? blob.text() : '')
        return createObjectURL(blob)
      }
    })
    return { taken }
  })
  await page.keyboard.press('Enter')
  return text.evaluate(({ taken }) => taken)
}
