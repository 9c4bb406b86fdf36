import { afterEach, expect, test, vi } from 'vitest'
import { findBrowser } from './find-browser.mjs'

afterEach(() => vi.unstubAllEnvs())

test('the browser that STEADYLINE_BROWSER names is taken before any other', async () => {
  vi.stubEnv('STEADYLINE_BROWSER', process.execPath)

  expect(await findBrowser()).toEqual({ path: process.execPath, origin: 'STEADYLINE_BROWSER' })
})

test('a STEADYLINE_BROWSER that does not exist is said, not worked around', async () => {
  vi.stubEnv('STEADYLINE_BROWSER', '/no/such/browser')

  expect(await findBrowser()).toEqual({
    failure: 'STEADYLINE_BROWSER names /no/such/browser, which does not exist: correct it or unset it.',
  })
})
