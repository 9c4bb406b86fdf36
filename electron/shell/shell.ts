import type { Frame } from '../../shared/contract.ts'
import type { Settings } from '../../shared/settings/settings.ts'

/** Takes a request from a window that passed the sender check; rejects with `RequestRefused` when it does not parse. */
export type RequestRouter = (channel: string, payload: unknown) => Promise<unknown>

/** What the companion needs of whatever shows its windows. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** Called once, before any window can ask. */
  route(router: RequestRouter): void
  /** Sends to every window; a window that is not there yet asks for a snapshot when it is. */
  broadcast(frame: Frame): void
  /** A call rings: show the window without taking the keyboard from the dialer. */
  showQuietly(): void
  /** Called with the stored settings before the first window opens, and after each change. */
  applySettings(settings: Settings): void
}
