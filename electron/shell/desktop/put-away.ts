/** What we use of Electron's `BrowserWindow`. */
export interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  hide(): void
  minimize(): void
}

export interface PutAwayParts {
  /** Somebody waits for a call that must ring. */
  isNeeded(): boolean
  /** The app ends, and the window with it. */
  isQuitting(): boolean
  /** Whether a person finds a hidden window again. */
  isTrayShown(): Promise<boolean>
}

/** Closing the window only puts it away while it is needed: into the tray, or where nobody shows one, down to the taskbar. */
export function putAwayOnClose(window: ClosableWindow, { isNeeded, isQuitting, isTrayShown }: PutAwayParts): void {
  window.on('close', (event) => {
    if (isQuitting() || !isNeeded()) return
    event.preventDefault()
    void isTrayShown().then((isShown) => (isShown ? window.hide() : window.minimize()))
  })
}
