import type { BrowserContext, Page } from '@playwright/test'
import type { Broadcast } from '../../shared/contract.ts'
import type { ServerMessage } from '../../shared/wire.ts'

declare global {
  interface Window {
    paintWatch: {
      /** Calls that rang or ended, counted from the WebSocket's frames. */
      told: number
      /** The one that rings after the last of them. */
      ringing: string
      /** For each of them, ms since 1970, when the screen that shows it had been drawn. */
      readonly paintedAt: number[]
      socketUrl: string
      /** Name of the ringing caller on the screen, empty when nobody rings there. */
      shown(): string
    }
  }
}

/**
 * Watches every later page of the context from outside the code under test.
 *
 * An event counts as painted in the first task behind an animation frame in which the screen agrees with the last event
 * told: two of them within one frame may leave the screen as it was, which is then what it should show.
 */
export async function watchPaints(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const watch: Window['paintWatch'] = {
      told: 0,
      ringing: '',
      paintedAt: [],
      socketUrl: '',
      shown() {
        const beside = document.querySelector('[aria-label="Other calls"] bdi')?.textContent
        if (beside) return beside
        const header = document.querySelector('header')
        return header?.textContent?.endsWith('Ringing') ? (header.querySelector('h1')?.textContent ?? '') : ''
      },
    }
    window.paintWatch = watch
    let waiting = false
    const drawn = new MessageChannel()
    drawn.port1.onmessage = ({ data }: MessageEvent<number>) => {
      const now = performance.timeOrigin + performance.now()
      while (watch.paintedAt.length < data) watch.paintedAt.push(now)
    }
    const lookAtNextFrame = () => {
      requestAnimationFrame(() => {
        waiting = watch.shown() !== watch.ringing
        if (waiting) lookAtNextFrame()
        else drawn.port2.postMessage(watch.told)
      })
    }
    const isToldOf = (broadcast: Broadcast) => {
      if (broadcast.channel !== 'call.happened') return
      const { state, party } = broadcast.payload.call
      watch.told += 1
      watch.ringing = state === 'ringing' ? party.name : ''
      if (waiting) return
      waiting = true
      lookAtNextFrame()
    }
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        watch.socketUrl = String(url)
        this.addEventListener('message', ({ data }) => {
          const message: ServerMessage = JSON.parse(String(data))
          if ('frame' in message) for (const broadcast of message.frame) isToldOf(broadcast)
        })
      }
    }
  })
}

/** What must be subtracted from a time of the page to get this process's time: the tightest of many round trips. */
export async function clockSkew(page: Page): Promise<number> {
  let skew = 0
  let tightest = Number.POSITIVE_INFINITY
  for (let sample = 0; sample < 200; sample += 1) {
    const before = performance.timeOrigin + performance.now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const after = performance.timeOrigin + performance.now()
    if (after - before > tightest) continue
    tightest = after - before
    skew = there - (before + after) / 2
  }
  return skew
}
