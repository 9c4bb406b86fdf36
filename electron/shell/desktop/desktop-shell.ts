import {
  type BrowserWindow,
  globalShortcut,
  ipcMain,
  Notification,
  nativeTheme,
  powerMonitor,
  session,
  shell as system,
} from 'electron'
import { defaultSettings } from '../../../shared/settings/default-settings.ts'
import type { Settings } from '../../../shared/settings/settings.ts'
import type { Log } from '../../log.ts'
import { type Reply, refused, replyFrom } from '../reply.ts'
import type { RequestRouter, Shell } from '../shell.ts'
import { setAppMenu } from './app-menu.ts'
import { appOrigin, serveAppScheme } from './app-scheme.ts'
import { openCompanionWindow } from './companion-window.ts'
import { dialBySystem } from './dial-by-system.ts'
import { isTrustedSender } from './is-trusted-sender.ts'
import { lockDown } from './lock-down.ts'
import { createNotices } from './notices.ts'
import { reviveWindow } from './revive-window.ts'
import { systemKeychain } from './system-keychain.ts'
import { systemTray } from './system-tray.ts'
import { openWindowPlaces } from './window-places.ts'

const bringForwardKeys = 'CommandOrControl+Alt+S'

export interface DesktopShell extends Shell {
  /** Opens the window, or brings it forward. */
  open(): void
}

export interface DesktopShellParts {
  readonly dataDir: string
  readonly rendererDir: string
  readonly preload: string
  /** A development server to show instead of the build. */
  readonly devServer: string | undefined
  readonly log: Log
}

/** Shows the companion in a window of its own; the app must be ready. */
export function createDesktopShell({ dataDir, rendererDir, preload, devServer, log }: DesktopShellParts): DesktopShell {
  const origin = devServer === undefined ? appOrigin : new URL(devServer).origin
  const places = openWindowPlaces(dataDir, log)
  const notices = createNotices({
    make: (words) => (Notification.isSupported() ? new Notification(words) : null),
    open: () => {
      open()
      return loaded
    },
    ready: () => {
      window ??= createWindow()
      return loaded
    },
    log,
  })
  const tray = systemTray(open, log)
  let settings: Settings = defaultSettings
  let window: BrowserWindow | null = null
  let loaded = Promise.resolve()

  serveAppScheme(rendererDir)
  lockDown(session.defaultSession, origin, log)
  setAppMenu()
  if (!globalShortcut.register(bringForwardKeys, open)) log.warn('Another program holds the keys that bring the window forward')

  function open(): void {
    if (window === null) {
      window = createWindow()
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  function createWindow(): BrowserWindow {
    const created = openCompanionWindow(preload, settings.alwaysOnTop, places)
    created.on('closed', () => {
      window = null
    })
    reviveWindow(created, log)
    tray.keep(created)
    loaded = created
      .loadURL(devServer ?? `${appOrigin}/`)
      .catch((error) => log.error('The window could not load its page', { error }))
    return created
  }

  return {
    kind: 'desktop',
    keychain: systemKeychain(log),
    open,
    route: (router) => ipcMain.handle('request', (event, channel, payload) => answered(router, event, channel, payload)),
    broadcast: (frame) => window?.webContents.send('frame', frame),
    showQuietly: () => {
      window ??= createWindow()
      window.showInactive()
      window.moveTop()
    },
    notify: (notice) => {
      notices.show(notice)
      if (window?.isFocused() === false) window.flashFrame(true)
    },
    takeBack: (about) => {
      notices.takeBack(about)
      window?.flashFrame(false)
    },
    countWaiting: tray.countWaiting,
    stayWhile: tray.stayWhile,
    whenClockMayHaveJumped: (listener) => {
      powerMonitor.on('resume', listener)
      powerMonitor.on('unlock-screen', listener)
    },
    dialBySystem: (number) => dialBySystem(number, { open: (uri) => system.openExternal(uri), log }),
    applySettings: (changed) => {
      settings = changed
      nativeTheme.themeSource = changed.theme
      window?.setAlwaysOnTop(changed.alwaysOnTop)
    },
  }

  async function answered(
    router: RequestRouter,
    { sender, senderFrame }: Electron.IpcMainInvokeEvent,
    channel: unknown,
    payload: unknown,
  ): Promise<Reply> {
    const frame = senderFrame === null ? null : { url: senderFrame.url, isTopmost: senderFrame.parent === null }
    if (!isTrustedSender({ contentsId: sender.id, frame }, window?.webContents.id ?? null, origin)) {
      log.warn('Refused a request from outside our window')
      return refused('the sender is not our window')
    }
    return typeof channel === 'string' ? replyFrom(router, channel, payload) : refused('unknown channel')
  }
}
