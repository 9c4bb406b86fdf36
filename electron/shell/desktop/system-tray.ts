import { app, type BrowserWindow, Menu, type NativeImage, nativeImage, Tray } from 'electron'
import type { Log } from '../../log.ts'
import type { Shell } from '../shell.ts'
import { isTrayDrawn } from './is-tray-drawn.ts'
import { putAwayOnClose } from './put-away.ts'
import { createTray, type TrayItem } from './tray.ts'

/** `renderer/public/icon.svg` as a PNG of 32 by 32 pixels. */
const drawn =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAMAAABEpIrGAAAA6lBMVEUAAAAOaWkPa2sOamoOa2sNamoAYGAPamoOamoPa2sAZmYLbW0OamoPa2sNamoOa2sOa2sPamoPamoOa2sOa2sOZ2cOa2sPamoOamoPamoOa2sAVVUPamoPamoPa2spe3s4hIQwf3/3+vr+/v4ygYGZwMD///+Purocc3P1+fnl7+94rKxOkZHf6+ulyMhUlpZ2q6u81tbz+PgWb28rfHxLkJDD2tr0+fkacXFjn59inp4fdXUleHiYv78XcHDy9/e51NRBiooufn78/f3h7e0hdnbt9PSJtrbq8vK00dEedHQ0goJAiYkxgICOJ1WIAAAAHnRSTlMAOJnC7JgIifyIBS/Y0Dr9yMDw6Lgl+fMkeHADzs+PjLBUAAABAElEQVQ4y4WT2VLCQBBFO0CAGJEdF7RFlgvKoiJxAwUEcUH+/3eYhPiQVKY5T9PVZ6qrZvoSKYxYPMEhEnHToB3JVJojSVsHbt8+ZC0ZWwkWC1hER1lJyNpksohJOVnIU0EWisR7CAqXNVm4qjeaotAC2pLQuQZuJKELRU8Q+q4w0Au3wN09hg8RwshxecTT8wvwyjz2amf0L0zg88bvU8x4PvXrSUgYfjAPsGguERL8Ec6nOvaAFfAVHBHgW9380f6Fog0sfyVh3ajPWRL4bxN8h+K+hSnJQkneenfvyxWpf3xCdCoJZypZ1XN9/6LqhdfShTeV9PNtmFHxj3nx3wLoe3lSmOofxAAAAABJRU5ErkJggg=='

/** Its line alone, in black: macOS gives it the colour of the menu bar. */
const line =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAQAAADZc7J/AAAA5UlEQVRIx+3UPUpDURAF4O+JRQQR0SaFCIoGC7EzG0gh2LkFF6BWbsDG2gVIOlsbwUJcha0SxEaITUJIIxmb5OHfe8INdu9MMzBzzrlz/6hQ4Z+xYnsa+oahkcZfbTOFlWM1mcNU/wUDIbzI0gROxDhaKfTMYy7QThHYF8KRW6GvVtY6m2er1vP8FAOXuvbMO3CFJTufeE+evwrV8yVP4gJzesINmnrf6vVygb410BbeNXR+GNQn2/XbCDzogpY7vFnGmfviEYrP43XseJ16pc6F0LGYKrBlZKg5zbPatVl9TRXK8QE+SVZ6o3X2rgAAAABJRU5ErkJggg=='

export interface StayingShell extends Pick<Shell, 'countWaiting' | 'stayWhile'> {
  /** Keeps this window when it is closed while the app is needed; macOS keeps the app without one. */
  keep(window: BrowserWindow): void
}

/** Stays in the tray of the system, with a count of what waits there and on the icon of the app. */
export function systemTray(open: () => void, log: Log): StayingShell {
  const tray = createTray({ make: made, isDrawn: isTrayDrawn, open, quit: () => app.quit(), log })
  let isNeeded = () => false
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  return {
    countWaiting(count) {
      app.setBadgeCount(count)
      tray.countWaiting(count)
    },
    stayWhile(needed) {
      isNeeded = needed
    },
    keep(window) {
      if (process.platform === 'darwin') return
      putAwayOnClose(window, { isNeeded: () => isNeeded(), isQuitting: () => isQuitting, isTrayShown: tray.isShown })
    },
  }
}

function made(items: readonly TrayItem[]): Tray {
  const tray = new Tray(icon())
  tray.setContextMenu(Menu.buildFromTemplate([...items]))
  return tray
}

function icon(): NativeImage {
  const isTemplate = process.platform === 'darwin'
  const image = nativeImage.createFromBuffer(Buffer.from(isTemplate ? line : drawn, 'base64'), { scaleFactor: 2 })
  image.setTemplateImage(isTemplate)
  return image
}
