import type { BrowserContext, Page } from '@playwright/test'

declare global {
  interface Window {
    paintWatch: {
      /** Calls held or resumed, counted from the WebSocket's frames. */
      told: number
      /** For each of them, ms since 1970, when the screen that shows it had been drawn. */
      readonly paintedAt: number[]
      socketUrl: string
      showsHold(): boolean
    }
  }
}

/**
 * Watches every later page of the context from outside the code under test.
 *
 * A hold or its end counts as painted in the first task behind an animation frame in which the screen agrees with the last
 * one told. Two of them within one frame leave the screen as it was, which is then what it should show.
 */
export async function watchPaints(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const watch = {
      told: 0,
      paintedAt: [] as number[],
      socketUrl: '',
      showsHold: () => document.querySelector('[data-call-state="held"]') !== null,
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
        const agrees = watch.showsHold() === (watch.told % 2 === 1)
        if (agrees) drawn.port2.postMessage(watch.told)
        waiting = !agrees
        if (waiting) lookAtNextFrame()
      })
    }
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        watch.socketUrl = String(url)
        this.addEventListener('message', ({ data }) => {
          const { frame = [] } = JSON.parse(String(data)) as { frame?: { channel: string; payload: { type: string } }[] }
          const moved = frame.filter(
            ({ channel, payload }) =>
              channel === 'call.happened' && (payload.type === 'call.held' || payload.type === 'call.resumed'),
          )
          if (moved.length === 0) return
          watch.told += moved.length
          if (waiting) return
          waiting = true
          lookAtNextFrame()
        })
      }
    }
  })
}

/** What must be subtracted from a time of the page to get this process's time: the tightest of many round trips. */
export async function clockSkew(page: Page): Promise<{ readonly skew: number; readonly uncertainty: number }> {
  let best = { skew: 0, uncertainty: Number.POSITIVE_INFINITY }
  for (let sample = 0; sample < 200; sample += 1) {
    const before = performance.timeOrigin + performance.now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const after = performance.timeOrigin + performance.now()
    const uncertainty = (after - before) / 2
    if (uncertainty < best.uncertainty) best = { skew: there - (before + after) / 2, uncertainty }
  }
  return best
}
