import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findElectron } from './find-electron.mjs'

let dist: string

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'steadyline-dist-'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dist, { recursive: true })
})

test("a dist folder with Electron's version is Electron", async () => {
  writeFileSync(path.join(dist, 'version'), 'v45.4.1\n')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dist)

  expect(await findElectron()).toEqual({ runtime: 'Electron 45.4.1', env: { ELECTRON_OVERRIDE_DIST_PATH: dist } })
})

test('a dist folder without a version is never called Electron', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dist)

  expect(await findElectron()).toEqual({
    runtime: `the stand-in at ${dist}: not an Electron result`,
    env: { ELECTRON_OVERRIDE_DIST_PATH: dist },
  })
})

test('a dist folder that does not exist skips the desktop stories and says so', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/no/such/dist')

  expect(await findElectron()).toEqual({
    failure: 'skipped: ELECTRON_OVERRIDE_DIST_PATH names /no/such/dist, which does not exist',
  })
})
