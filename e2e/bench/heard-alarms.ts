import type { Page } from '@playwright/test'
import { linePath, type ServerMessage } from '../../shared/wire.ts'

/** A ring as it reached a window. */
export interface HeardAlarm {
  readonly id: string
  /** Ms since 1970, by the machine's clock and not by one that a bench moves. */
  readonly now: number
}

declare global {
  interface Window {
    heardAlarms: HeardAlarm[]
  }
}

/** A page of the host that is not there, with a line of its own: no screen of ours arms or clears anything beside us. */
export async function openListeningPage(page: Page): Promise<void> {
  await page.goto(new URL('/plain', page.url()).href)
  await page.evaluate((line) => {
    window.heardAlarms = []
    const socket = new WebSocket(`ws://${location.host}${line}`)
    socket.addEventListener('message', ({ data }) => {
      const message: ServerMessage = JSON.parse(String(data))
      if (!('frame' in message)) return
      for (const { channel, payload } of message.frame) {
        if (channel !== 'alarm.rang') continue
        window.heardAlarms.push({ id: payload.callbackId, now: performance.timeOrigin + performance.now() })
      }
    })
    return new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()))
  }, linePath)
}

export function heardAlarms(page: Page): Promise<readonly HeardAlarm[]> {
  return page.evaluate(() => window.heardAlarms)
}
