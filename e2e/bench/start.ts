import { browserApp } from '../app/browser-app.ts'
import { freshPlace } from '../app/fresh-place.ts'
import { type Bench, percentile } from './figures.ts'

const starts = 5

/** From the command to a window that takes a key: the host's process, Chromium, the first paint, an empty store opened. */
export const start: Bench = {
  name: 'start',
  async run() {
    const times = []
    for (let attempt = 0; attempt < starts; attempt += 1) times.push(await oneColdStart())
    return [{ key: 'start.browser.ready_ms', value: percentile(times, 0.5) }]
  },
}

async function oneColdStart(): Promise<number> {
  const place = await freshPlace()
  const app = browserApp(place)
  try {
    const since = performance.now()
    await app.start()
    await app.page.getByRole('button').first().waitFor()
    return performance.now() - since
  } finally {
    await app.killHard()
    await place.leave()
  }
}
