import type { Page } from '@playwright/test'
import type { CompanionBridge, RequestChannel, Requests } from '../../shared/contract.ts'
import { linePath, type ServerMessage } from '../../shared/wire.ts'

declare global {
  interface Window {
    /** Absent in the browser shell, whose windows speak over a WebSocket. */
    readonly companion?: CompanionBridge
  }
}

/** Asks the companion what the window itself could ask, the way the window would ask it; a refusal rejects. */
export async function ask<Channel extends RequestChannel>(
  page: Page,
  channel: Channel,
  payload: Requests[Channel]['payload'],
): Promise<Requests[Channel]['answer']> {
  return (await askAnything(page, channel, payload)) as Requests[Channel]['answer']
}

/** The same for what no honest window would ask. */
export async function askAnything(page: Page, channel: string, payload: unknown): Promise<unknown> {
  const message = [linePath, channel, payload] as const
  return page.evaluate(async ([line, to, what]) => {
    if (window.companion) return window.companion.request(to as RequestChannel, what as null)
    const socket = new WebSocket(`ws://${location.host}${line}`)
    try {
      return await new Promise<unknown>((resolve, reject) => {
        socket.addEventListener('error', () => reject(new Error('the line is closed')))
        socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, channel: to, payload: what })))
        socket.addEventListener('message', ({ data }) => {
          const answer: ServerMessage = JSON.parse(String(data))
          if (!('id' in answer)) return
          if (answer.ok) resolve(answer.answer)
          else reject(new Error(answer.refusal))
        })
      })
    } finally {
      socket.close()
    }
  }, message)
}
