import { careerWindow } from './career-window.ts'
import { type Bench, percentile } from './figures.ts'

const saves = 100

/** So few that the peer is filled within the minute; it gets slower with more. */
const notesOfPeer = 5_000

/** A note that is saved and found, in the window that holds 100,000 others, beside Dexie's own index of words. */
export const noteSave: Bench = {
  name: 'note-save',
  async run() {
    const inCareer = await careerWindow()
    return inCareer(async (page) => {
      await page.evaluate(() => window.page.firstAnswer('a'))
      await page.evaluate(() => window.page.settled())
      await page.evaluate(() => window.page.save(10))
      const ours = await page.evaluate((count) => window.page.save(count), saves)
      const theirs = await page.evaluate(([count, notes]) => window.page.savePeer(count, notes), [saves, notesOfPeer] as const)
      const figure = (share: number) => ({ value: percentile(ours, share), peer: percentile(theirs, share) })
      return [
        { key: 'note.save.p50_ms', ...figure(0.5) },
        { key: 'note.save.p95_ms', ...figure(0.95), bar: 8 },
      ]
    })
  },
}
