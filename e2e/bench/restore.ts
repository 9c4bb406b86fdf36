import type { Page } from '@playwright/test'
import { systemClock } from '../../electron/clock.ts'
import { openJournal } from '../../electron/journal/journal.ts'
import type { Log } from '../../electron/log.ts'
import { openSeal } from '../../electron/seal.ts'
import type { JournalChange } from '../../shared/journal/journal.ts'
import { browserApp } from '../app/browser-app.ts'
import { freshPlace } from '../app/fresh-place.ts'
import { career } from './career.ts'
import type { Bench } from './figures.ts'

const count = 40_000
/** Version of the store in which these records are written, so that all later migrations run over them. */
const writtenIn = 7
const patience = 300_000
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** A store that is gone is brought back from the second copy of years of work; the window must go on drawing meanwhile. */
export const restore: Bench = {
  name: 'restore',
  async run() {
    const place = await freshPlace()
    const app = browserApp(place)
    try {
      await fillJournal(place.dataDir)
      await app.start()
      const { took, longestFrame, shares } = await watched(app.page)
      return [
        { key: 'restore.40k.took_ms', value: took },
        { key: 'restore.40k.longest_frame_ms', value: longestFrame },
        { key: 'restore.40k.shares_shown', value: shares },
      ]
    } finally {
      await app.killHard()
      await place.leave()
    }
  },
}

async function fillJournal(dataDir: string): Promise<void> {
  const seal = await openSeal(dataDir, null, silent)
  const journal = await openJournal({ dataDir, seal, clock: systemClock, log: silent, changed: () => undefined })
  const changes = career(count).flatMap(({ call, note }): JournalChange[] => [
    { table: 'calls', key: call.id, version: writtenIn, text: JSON.stringify(call) },
    { table: 'notes', key: note.id, version: writtenIn, text: JSON.stringify(note) },
  ])
  for (let from = 0; from < changes.length; from += 2_000) await journal.append(changes.slice(from, from + 2_000))
  await journal.close()
}

/** From the window's first breath until there is a desk. */
async function watched(page: Page): Promise<{ readonly took: number; readonly longestFrame: number; readonly shares: number }> {
  page.setDefaultTimeout(patience)
  return page.evaluate(
    () =>
      new Promise<{ longestFrame: number; shares: number; took: number }>((resolve) => {
        const shares = new Set<string>()
        let longestFrame = 0
        let before = performance.now()
        const look = (now: number) => {
          longestFrame = Math.max(longestFrame, now - before)
          before = now
          const text = document.body.textContent ?? ''
          const share = /second copy: (\d+)/.exec(text)?.[1]
          if (share !== undefined) shares.add(share)
          if (/Steady, whoever calls|Ready for the next call/.test(text))
            resolve({ longestFrame, shares: shares.size, took: now })
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
}
