import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Milliseconds between two keys of somebody who presses them fast. */
const pace = 150

declare global {
  interface Window {
    keyWatch: {
      /** For each key, ms from the key's own time to the first task behind the frame that shows what it did. */
      readonly latencies: number[]
      /** What a key changes. */
      shown(): string
    }
  }
}

/** Watches this page from outside the code under test; `selector` names the element whose text each key changes. */
export async function watchKeys(page: Page, selector: string): Promise<void> {
  await page.evaluate((changing) => {
    const watch: Window['keyWatch'] = {
      latencies: [],
      shown: () => document.querySelector(changing)?.textContent ?? '',
    }
    window.keyWatch = watch
    const drawn = new MessageChannel()
    drawn.port1.onmessage = ({ data }: MessageEvent<number>) => watch.latencies.push(performance.now() - data)
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const before = watch.shown()
        const look = () =>
          requestAnimationFrame(() => {
            if (watch.shown() === before) look()
            else drawn.port2.postMessage(timeStamp)
          })
        look()
      },
      true,
    )
  }, selector)
}

/**
 * Presses `keys` one after another, spread over frames, so that no key keeps step with the screen.
 *
 * The page is asked when a key's frame is long drawn: a question before it would hold the frame up.
 */
export async function latenciesOf(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  const from = await page.evaluate(() => window.keyWatch.latencies.length)
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key)
    await setTimeout(pace + (Math.random() * 1000) / 60)
    await page.waitForFunction((count) => window.keyWatch.latencies.length > count, from + index)
  }
  return page.evaluate((start) => window.keyWatch.latencies.slice(start), from)
}
