import { gzipSync } from 'node:zlib'
import type { Bench } from './figures.ts'
import { withApp } from './with-app.ts'

/** All script and style that the first window loads, compressed as a distribution would compress it. */
export const bundle: Bench = {
  name: 'bundle',
  run: () =>
    withApp(async ({ page }) => {
      const bodies: Promise<Buffer>[] = []
      page.on('response', (response) => {
        const kind = response.request().resourceType()
        if (kind === 'script' || kind === 'stylesheet') bodies.push(response.body())
      })
      await page.reload({ waitUntil: 'networkidle' })
      const compressed = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
      const total = compressed.reduce((sum, bytes) => sum + bytes, 0)
      return [{ key: 'bundle.first-window.gzip_kb', value: total / 1024, bar: 250 }]
    }),
}
