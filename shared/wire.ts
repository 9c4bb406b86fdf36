import * as z from 'zod'
import type { Frame } from './contract.ts'

/** Where a browser window opens its WebSocket. */
export const linePath = '/line'

/** A request as it travels from a window: the channel is still anybody's text. */
export const requestMessage = z.strictObject({
  id: z.number().int().nonnegative(),
  channel: z.string().max(100),
  payload: z.unknown(),
})

export type RequestMessage = z.infer<typeof requestMessage>

/** What comes back over the browser shell's WebSocket. */
export type ServerMessage =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly refusal: string }
  | { readonly frame: Frame }
