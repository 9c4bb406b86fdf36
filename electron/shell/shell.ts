import type { Frame } from '../../shared/contract.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Keychain } from '../keychain.ts'

/** Takes a request from a window that passed the sender check; rejects with `RequestRefused` when it does not parse. */
export type RequestRouter = (channel: string, payload: unknown) => Promise<unknown>

export interface NoticeButton {
  readonly label: string
  readonly picked: () => void
}

export interface Notice {
  readonly about: string
  readonly title: string
  readonly body: string
  /** Things to do at once, where the system can show them; a notice without them still opens. */
  readonly actions?: readonly NoticeButton[]
  /** The person picked it; the window is before them by then. */
  readonly picked: () => void
}

/** What the companion needs of whatever shows its windows. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** Null where the system has none, or has none now. */
  readonly keychain: Keychain | null
  /** Called once, before any window can ask. */
  route(router: RequestRouter): void
  /** Sends to every window; a window that is not there yet asks for a snapshot when it is. */
  broadcast(frame: Frame): void
  /** A call rings or a brief came: show the window without taking the keyboard from the dialer. */
  showQuietly(): void
  /**
   * Says it in the system's own way, also while the window is hidden; takes the place of an earlier notice about the same.
   *
   * The browser shell has only its page, which sounds and counts in its title.
   */
  notify(notice: Notice): void
  /** The notice about this goes, if it still stands. */
  takeBack(about: string): void
  /** What waits for the person, counted on the app's icon where the system has a place for it. */
  countWaiting(count: number): void
  /**
   * While this is so, closing the window does not end the companion: a promised call rings also when no window is shown.
   *
   * The browser shell lasts longer than its windows anyway.
   */
  stayWhile(isNeeded: () => boolean): void
  /** The machine woke, was unlocked, or says that its clock or zone changed; not every system tells all of it. */
  whenClockMayHaveJumped(listener: () => void): void
  /** Hands the number to the program the system has for `tel:`; false where the shell cannot, and the window does it. */
  dialBySystem(number: string): Promise<boolean>
  /** Called with the stored settings before the first window opens, and after each change. */
  applySettings(settings: Settings): void
}
