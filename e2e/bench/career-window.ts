import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import type { SearchPage } from './search-page.ts'

declare global {
  interface Window {
    readonly page: SearchPage
  }
}

/** Calls, each with its note. */
export const careerSize = 100_000

/** Runs `measure` in a browser of its own on the profile of a whole career, so that nothing is warm. */
type InCareer = <Result>(measure: (page: Page) => Promise<Result>) => Promise<Result>

const root = path.resolve(import.meta.dirname, '../..')
const outDir = path.join(root, 'out', 'bench')

let filled: Promise<InCareer> | null = null

/** With every call in the store and in its index. It takes minutes to fill, so that all benches share one. */
export function careerWindow(): Promise<InCareer> {
  filled ??= fill()
  return filled
}

async function fill(): Promise<InCareer> {
  await buildPage()
  const server = await serving()
  const profile = await mkdtemp(path.join(tmpdir(), 'steadyline-search-'))
  process.on('exit', () => rmSync(profile, { recursive: true, force: true }))
  const inCareer: InCareer = (measure) => inWindow(server, profile, measure)
  await inCareer(async (page) => {
    await page.evaluate((calls) => window.page.fill(calls), careerSize)
    await page.evaluate(() => window.page.firstAnswer('a'))
    await page.evaluate(() => window.page.settled())
  })
  return inCareer
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
