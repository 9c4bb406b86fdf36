import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { numberZones } from './tools/number-zones.mjs'

const executablePath = process.env.STEADYLINE_BROWSER
/** Milliseconds for one test: a slow machine is no failure. */
const patience = 30_000
const asRoot = process.getuid?.() === 0

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{electron,shared,tools,e2e}/**/*.test.ts', 'renderer/**/*.test.ts'],
          exclude: ['renderer/**/*.browser.test.ts'],
          environment: 'node',
          testTimeout: patience,
        },
      },
      {
        plugins: [react({ compiler: { compilationMode: 'annotation' } }), tailwindcss(), numberZones()],
        // Packages found only while a test runs would be bundled then, and the page loaded again under that test.
        optimizeDeps: { entries: ['renderer/**/*.{ts,tsx}'], include: ['react/jsx-dev-runtime'] },
        test: {
          name: 'chromium',
          include: ['renderer/**/*.browser.test.ts', 'renderer/**/*.test.tsx'],
          testTimeout: patience,
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: asRoot ? ['--no-sandbox'] : [] },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 400, height: 860 } }],
          },
        },
      },
    ],
  },
})
