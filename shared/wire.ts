import type { Frame } from './contract.ts'

/** Where a browser window opens its WebSocket. */
export const linePath = '/line'

/** A request as it travels from a window: to the server all of it is still anybody's text. */
export interface RequestMessage {
  readonly id: number
  readonly channel: string
  readonly payload: unknown
}

/** What comes back over the browser shell's WebSocket. */
export type ServerMessage =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly refusal: string }
  | { readonly frame: Frame }
