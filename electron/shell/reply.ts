import { CompanionFailed, RequestRefused } from './request-guard.ts'
import type { RequestRouter } from './shell.ts'

/** An answer as it travels back to a window; `refusal` becomes the message of the rejection there. */
export type Reply = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly refusal: string }

/** Never rejects, and says nothing of an unforeseen error beyond that there was one. */
export async function replyFrom(router: RequestRouter, channel: string, payload: unknown): Promise<Reply> {
  try {
    return { ok: true, answer: await router(channel, payload) }
  } catch (error) {
    return error instanceof RequestRefused ? refused(error.message) : { ok: false, refusal: new CompanionFailed().message }
  }
}

export function refused(why: string): Reply {
  return { ok: false, refusal: `RequestRefused: ${why}` }
}
