import type { Log } from '../../log.ts'

export interface TrayItem {
  readonly label: string
  readonly click: () => void
}

/** What we use of Electron's `Tray`. */
export interface SystemTray {
  on(event: 'click', listener: () => void): unknown
  setToolTip(text: string): void
}

export interface TrayParts {
  /** Throws where the system has none. */
  make(items: readonly TrayItem[]): SystemTray
  /** Whether somebody draws it: a Linux desktop may take it and show nothing. */
  isDrawn(): Promise<boolean>
  open(): void
  quit(): void
  readonly log: Log
}

export interface AppTray {
  /** Whether a person finds a hidden window there. */
  isShown(): Promise<boolean>
  countWaiting(count: number): void
}

const name = 'Steadyline'

/** The app's place beside the clock of the system; held by whoever holds this, because Electron removes one that was collected. */
export function createTray({ make, isDrawn, open, quit, log }: TrayParts): AppTray {
  const tray = made()
  tray?.setToolTip(name)
  tray?.on('click', open)

  function made(): SystemTray | null {
    try {
      return make([
        { label: 'Open', click: open },
        { label: 'Quit', click: quit },
      ])
    } catch (error) {
      log.warn('The system has no tray', { error })
      return null
    }
  }

  return {
    isShown: async () => tray !== null && isDrawn(),
    countWaiting: (count) => tray?.setToolTip(count === 0 ? name : `${name} – ${count} waiting`),
  }
}
