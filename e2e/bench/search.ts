import type { Page } from '@playwright/test'
import { careerSize, careerWindow } from './career-window.ts'
import { type Bench, type Figure, percentile } from './figures.ts'
import { searchQuestions } from './search-questions.ts'
import { collectGarbage, heapOf, workerMemory } from './worker-memory.ts'

const coldStarts = 5
const mb = 1024 ** 2

/** Questions of each sort that go before those that are measured. */
const warmUp = 20

const bars = { word: 5, 'two-prefixes': 5, rare: 5, phrase: 5, typo: 30 } as const

/** Over 100,000 calls with their notes, in a window of its own; the peer looks at every note of the same store. */
export const search: Bench = {
  name: 'search',
  async run() {
    const questions = searchQuestions(careerSize)
    const inCareer = await careerWindow()
    const cold: number[] = []
    const firstAnswer = async (page: Page) => {
      const query = questions.word[cold.length] ?? ''
      cold.push(await page.evaluate((asked) => window.page.firstAnswer(asked), query))
    }
    for (let start = 1; start < coldStarts; start += 1) await inCareer(firstAnswer)
    return inCareer(async (page) => {
      const heapBefore = await heapOf(page)
      await firstAnswer(page)
      await page.evaluate(() => window.page.settled())
      const figures: Figure[] = []
      for (const [name, bar] of Object.entries(bars)) {
        const asked = questions[name as keyof typeof bars]
        await collectGarbage(page)
        await page.evaluate((some) => window.page.ask(some), asked.slice(0, warmUp))
        const ours = await page.evaluate((others) => window.page.ask(others), asked.slice(warmUp))
        const theirs = await page.evaluate((some) => window.page.filter(some), asked.slice(0, 5))
        figures.push({
          ...{ key: `search.100k.${name}.p95_ms`, value: percentile(ours, 0.95) },
          ...{ peer: percentile(theirs, 0.95), bar },
        })
      }
      const heap = (await workerMemory(page)) + (await heapOf(page)) - heapBefore
      return [
        ...figures,
        { key: 'search.100k.cold_ms', value: percentile(cold, 0.5), bar: 250 },
        { key: 'search.100k.heap_mb', value: heap / mb, bar: 40 },
      ]
    })
  },
}
