import { BrowserWindow, nativeTheme, screen } from 'electron'
import { type Display, placeFor, placesWith, smallestSize } from './place-for.ts'
import type { WindowPlaces } from './window-places.ts'

/** Milliseconds the window must rest before its place is written. */
const restsFor = 500

/** The page's own background in both themes, so that the window does not flash while it loads. */
const background = { light: '#f6f5f2', dark: '#14171a' }

/** Opens the one window where it last was, and shows it as soon as it has something to show. */
export function openCompanionWindow(preload: string, alwaysOnTop: boolean, places: WindowPlaces): BrowserWindow {
  const window = new BrowserWindow({
    ...placeFor(displays(), places.known()),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: 'Steadyline',
    show: false,
    alwaysOnTop,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  rememberPlace(window, places)
  return window
}

function rememberPlace(window: BrowserWindow, places: WindowPlaces): void {
  let resting: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(resting)
    const bounds = window.getNormalBounds()
    places.keep(placesWith(places.known(), displayOf(screen.getDisplayMatching(bounds)), bounds))
  }
  const keepSoon = () => {
    clearTimeout(resting)
    resting = setTimeout(keep, restsFor)
  }
  window.on('move', keepSoon)
  window.on('resize', keepSoon)
  window.on('close', keep)
}

function displays(): readonly Display[] {
  return screen.getAllDisplays().map(displayOf)
}

function displayOf({ id, workArea }: Electron.Display): Display {
  return { id: String(id), primary: id === screen.getPrimaryDisplay().id, workArea }
}
