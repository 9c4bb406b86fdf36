import { join } from 'node:path'
import { app, dialog } from 'electron'
import { version } from '../package.json'
import { systemClock } from './clock.ts'
import { createCompanion } from './companion.ts'
import { fileLog } from './file-log.ts'
import { reportBugs } from './report-bugs.ts'
import { claimAppScheme } from './shell/desktop/app-scheme.ts'
import { createDesktopShell } from './shell/desktop/desktop-shell.ts'
import { quitGracefully } from './shell/desktop/quit-gracefully.ts'

const out = join(import.meta.dirname, '..')

if (app.requestSingleInstanceLock()) {
  claimAppScheme()
  app.whenReady().then(run).catch(giveUp)
} else app.quit()

async function run(): Promise<void> {
  const dataDir = app.getPath('userData')
  const log = fileLog(dataDir)
  reportBugs(log)
  const shell = createDesktopShell({
    dataDir,
    rendererDir: join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    devServer: app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL,
    log,
  })
  const companion = await createCompanion({ shell, dataDir, clock: systemClock, log, version })
  quitGracefully(() => companion.stop(), log)
  await companion.start()
  shell.open()
  app.on('second-instance', shell.open)
  app.on('activate', shell.open)
}

function giveUp(error: unknown): void {
  dialog.showErrorBox('Steadyline could not start', error instanceof Error ? error.message : String(error))
  app.exit(1)
}
