import type { BrowserWindow } from 'electron'
import type { Log } from '../../log.ts'

/** A page that crashes more often than this within `crashWindow` crashes because of what it shows. */
const crashLimit = 3

/** Milliseconds. */
const crashWindow = 60_000

/** Loads the page again when its process dies, so that an agent on a call is back on the same step. */
export function reviveWindow(window: BrowserWindow, log: Log): void {
  let crashes: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const now = performance.now()
    crashes = [...crashes.filter((at) => now - at < crashWindow), now]
    const revives = crashes.length <= crashLimit
    log.error('The process of the window died', { reason, exitCode, revives })
    if (revives) window.webContents.reload()
  })
  window.webContents.on('unresponsive', () => log.warn('The window does not respond'))
}
