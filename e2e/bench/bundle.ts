import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import type { Bench } from './figures.ts'
import { withApp } from './with-app.ts'

/** All script and style that the first window loads, compressed as a distribution would compress it. */
export const bundle: Bench = {
  name: 'bundle',
  run: () =>
    withApp(async ({ page }) => {
      await page.waitForLoadState('networkidle')
      const responses: Response[] = []
      page.on('response', (response) => {
        const kind = response.request().resourceType()
        if (kind === 'script' || kind === 'stylesheet') responses.push(response)
      })
      await page.reload({ waitUntil: 'networkidle' })
      const bodies = await Promise.all(responses.map((response) => response.body()))
      const compressed = bodies.map((body) => gzipSync(body).length)
      const total = compressed.reduce((sum, bytes) => sum + bytes, 0)
      return [{ key: 'bundle.first-window.gzip_kb', value: total / 1024, bar: 250 }]
    }),
}
