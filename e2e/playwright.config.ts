import { defineConfig } from '@playwright/test'

/**
 * The same stories on both shells, but for those about one of them, and about what the page draws or writes, which is one page.
 *
 * Each test has its own companion, data, profile and ports.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'browser', grepInvert: /@desktop-only/ },
    { name: 'desktop', grepInvert: /@browser-only/ },
  ],
})
