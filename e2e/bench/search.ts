import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { type Bench, type Figure, percentile } from './figures.ts'
import { noteSaveFigures } from './note-save.ts'
import type { SearchPage } from './search-page.ts'
import { searchQuestions } from './search-questions.ts'
import { workerMemory } from './worker-memory.ts'

declare global {
  interface Window {
    readonly page: SearchPage
  }
}

const root = path.resolve(import.meta.dirname, '../..')
const outDir = path.join(root, 'out', 'bench')
const count = 100_000
const coldStarts = 5
const mb = 1024 ** 2

const bars = { word: 5, 'two-prefixes': 5, rare: 5, phrase: 5, typo: 30 } as const

/**
 * Over 100,000 calls with their notes, in a window of its own; the peer looks at every note of the same store.
 *
 * Gives `note.save` as well: to save a note is measured in the same store, which takes minutes to fill.
 */
export const search: Bench = {
  name: 'search',
  async run() {
    await buildPage()
    const server = await serving()
    const profile = await mkdtemp(path.join(tmpdir(), 'steadyline-search-'))
    try {
      return await measured(server, profile)
    } finally {
      server.close()
      await rm(profile, { recursive: true, force: true })
    }
  },
}

async function measured(server: Server, profile: string): Promise<readonly Figure[]> {
  const questions = searchQuestions(count)
  await inWindow(server, profile, async (page) => {
    await page.evaluate((calls) => window.page.fill(calls), count)
    await page.evaluate(() => window.page.firstAnswer('a'))
    await page.evaluate(() => window.page.settled())
  })
  const cold: number[] = []
  for (let start = 1; start < coldStarts; start += 1) {
    cold.push(
      await inWindow(server, profile, (page) =>
        page.evaluate((query) => window.page.firstAnswer(query), questions.word[start] ?? ''),
      ),
    )
  }
  return inWindow(server, profile, async (page) => {
    cold.push(await page.evaluate((query) => window.page.firstAnswer(query), questions.word[0] ?? ''))
    await page.evaluate(() => window.page.settled())
    const figures: Figure[] = []
    for (const [name, bar] of Object.entries(bars)) {
      const asked = questions[name as keyof typeof bars]
      await page.evaluate((some) => window.page.ask(some), asked.slice(0, 20))
      const ours = await page.evaluate((all) => window.page.ask(all), [...asked, ...asked])
      const theirs = await page.evaluate((some) => window.page.filter(some), asked.slice(0, 5))
      figures.push({ key: `search.100k.${name}.p95_ms`, value: percentile(ours, 0.95), peer: percentile(theirs, 0.95), bar })
    }
    const heap = await workerMemory(page)
    const saved = await noteSaveFigures(page)
    return [
      ...figures,
      { key: 'search.100k.cold_ms', value: percentile(cold, 0.5), bar: 250 },
      { key: 'search.100k.heap_mb', value: heap / mb, bar: 40 },
      ...saved,
    ]
  })
}

async function buildPage(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir,
      target: 'chrome140',
      rollupOptions: { input: path.join(root, 'e2e/bench/search-page.ts'), output: { entryFileNames: 'search-page.js' } },
    },
  })
}

async function serving(): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    const file = url === '/' ? null : await readFile(path.join(outDir, path.normalize(url))).catch(() => '')
    response.setHeader('content-type', file === null ? 'text/html' : 'text/javascript')
    response.end(file ?? '<!doctype html><script type="module" src="/search-page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** A browser of its own on the same profile, so that nothing is warm. */
async function inWindow<Result>(server: Server, profile: string, measure: (page: Page) => Promise<Result>): Promise<Result> {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the page is not served')
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    ...(process.env.STEADYLINE_BROWSER ? { executablePath: process.env.STEADYLINE_BROWSER } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${address.port}/`)
    await page.waitForFunction(() => 'page' in window)
    return await measure(page)
  } finally {
    await context.close()
  }
}
