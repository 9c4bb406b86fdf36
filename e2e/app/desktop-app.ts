import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { AppPlace, MortalApp } from './app.ts'
import { killAllWith, noneLeftWith, stopAllWith } from './processes.ts'

const root = path.resolve(import.meta.dirname, '../..')

export interface DesktopApp extends MortalApp {
  readonly electron: ElectronApplication
}

/** The desktop shell: on Electron, or on what `ELECTRON_OVERRIDE_DIST_PATH` puts in its place. */
export function desktopApp({ dataDir, clock }: AppPlace): DesktopApp {
  let electron: ElectronApplication | undefined
  let page: Page | undefined
  let storeDir = ''

  return {
    shell: 'desktop',
    dataDir,
    get storeDir() {
      return storeDir
    },
    get page() {
      if (page === undefined) throw new Error('Steadyline is not running')
      return page
    },
    get electron() {
      if (electron === undefined) throw new Error('Steadyline is not running')
      return electron
    },
    async start() {
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
      const env = { ...process.env, ...clock?.env } as Record<string, string>
      const args = [...(clock?.args ?? []), ...asRoot, '.', `--user-data-dir=${dataDir}`]
      electron = await _electron.launch({ args, cwd: root, env })
      page = await electron.firstWindow()
      await page.waitForFunction(() => location.href !== 'about:blank' && document.readyState === 'complete')
      await clock?.setWindowsOf(electron.context())
      const profile = storeDir === '' ? await electron.evaluate(({ session }) => session.defaultSession.getStoragePath()) : null
      storeDir ||= path.join(profile ?? dataDir, 'IndexedDB')
    },
    async stop() {
      await electron?.close()
      electron = undefined
      await noneLeftWith(dataDir)
    },
    async killCompanion() {
      electron?.process().kill('SIGKILL')
    },
    standStill: () => stopAllWith(dataDir),
    async killHard() {
      await killAllWith(dataDir)
      await electron?.close().catch(() => undefined)
      electron = undefined
    },
    async letsPass(minutes) {
      await clock?.passes(minutes * 60_000, electron?.context())
    },
  }
}
