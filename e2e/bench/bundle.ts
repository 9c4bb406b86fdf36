import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { storeCallbacks } from '../drivers/stored-callbacks.ts'
import type { Bench } from './figures.ts'
import { withApp } from './with-app.ts'

const bar = 250
const hour = 60 * 60 * 1000

/** All script and style that the first window loads, compressed as a distribution would compress it: with nothing promised, and with a call to make soon. */
export const bundle: Bench = {
  name: 'bundle',
  run: () =>
    withApp(async ({ page }) => {
      await page.waitForLoadState('networkidle')
      const empty = await loadedKb(page)
      await page.evaluate(storeCallbacks, [soon()])
      const promised = await loadedKb(page)
      return [
        { key: 'bundle.first-window.gzip_kb', value: empty, bar },
        { key: 'bundle.first-window-with-promise.gzip_kb', value: promised, bar },
      ]
    }),
}

async function loadedKb(page: Page): Promise<number> {
  const responses: Response[] = []
  const hear = (response: Response) => {
    const kind = response.request().resourceType()
    if (kind === 'script' || kind === 'stylesheet') responses.push(response)
  }
  page.on('response', hear)
  await page.reload({ waitUntil: 'networkidle' })
  page.off('response', hear)
  const bodies = await Promise.all(responses.map((response) => response.body()))
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024
}

/** Due in three hours, so that the window says so from the start. */
function soon() {
  const at = Date.now() + 3 * hour
  const time = { ...sampleCallback().due, at, wall: new Date(at).toISOString().slice(0, 16), zone: 'UTC' }
  return sampleCallback({ due: time, promisedFor: time })
}
