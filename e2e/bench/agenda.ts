import { setTimeout as pause } from 'node:timers/promises'
import type { JSHandle, Page } from '@playwright/test'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { type Bench, percentile } from './figures.ts'
import { withApp } from './with-app.ts'

const count = 5000
const rounds = 25

/** From the key that opens the callbacks to the frame that shows the first of them, with 5,000 in the store. */
export const agenda: Bench = {
  name: 'agenda',
  run: () =>
    withApp(async ({ page }) => {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await fill(page)
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      while (!(await isSettled(page))) await pause(100)
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await isReady(page)
        times.push(await paint(page))
        await page.keyboard.press('Escape')
        await page.getByRole('heading', { level: 1, name: 'Callbacks' }).waitFor({ state: 'detached' })
      }
      return [
        { key: `agenda.${count}.paint_ms`, value: percentile(times, 0.5), bar: 100 },
        { key: `agenda.${count}.paint.p95_ms`, value: percentile(times, 0.95) },
      ]
    }),
}

/** All of them open, one an hour. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async (many) => {
    const hour = 60 * 60 * 1000
    const callbacks = Array.from({ length: many }, (_, index): Callback => {
      const at = Date.now() + (index + 1) * hour
      const time = { wall: new Date(at).toISOString().slice(0, 16), zone: 'UTC', fold: 'only', at, rules: 'bench' } as const
      return {
        id: crypto.randomUUID(),
        kind: 'callback',
        person: { name: `Person ${index}`, number: `+3725550${String(index).padStart(4, '0')}` },
        callId: null,
        due: time,
        promisedFor: time,
        reason: 'Where the order is, and when it comes',
        topic: 'deliveries',
        promised: 'A call even without the answer',
        priority: 'normal',
        keeper: 'me',
        deputy: null,
        notes: '',
        state: 'pending',
        history: [{ at: at - hour, type: 'made' }],
        practice: false,
        createdAt: at - hour,
        updatedAt: at - hour,
      }
    })
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('steadyline')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const writing = opening.result.transaction('callbacks', 'readwrite')
        for (const callback of callbacks) writing.objectStore('callbacks').put(callback)
        writing.oncomplete = () => {
          opening.result.close()
          resolve()
        }
        writing.onabort = () => reject(writing.error)
      }
    })
  }, count)
}

/** Every callback is under the zone rules of here, and in the second copy: this is done when the rules change, not at each start. */
function isSettled(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('steadyline')
      opening.onsuccess = () => resolve(opening.result)
    })
    const reading = database.transaction(['callbacks', 'outbox'])
    const callbacks: IDBRequest<Callback[]> = reading.objectStore('callbacks').getAll()
    const owed = reading.objectStore('outbox').count()
    await new Promise<void>((resolve) => {
      reading.oncomplete = () => resolve()
    })
    database.close()
    return owed.result === 0 && callbacks.result.every(({ due }) => due.rules !== 'bench')
  })
}

/** The home screen listens to keys once it has taken the focus. */
function isReady(page: Page): Promise<void> {
  return page.locator('main:focus').waitFor()
}

/** Ms from the key's own time to the first task behind the frame that shows the list. */
async function paint(page: Page): Promise<number> {
  const painted = await watchNextKey(page)
  await page.keyboard.press('g')
  return painted.evaluate(({ at }) => at)
}

/** Watches before it resolves, so that no key comes too early to be seen. */
function watchNextKey(page: Page): Promise<JSHandle<{ readonly at: Promise<number> }>> {
  return page.evaluateHandle(() => ({
    at: new Promise<number>((resolve, reject) => {
      setTimeout(reject, 10_000, 'no list came of the key')
      const drawn = new MessageChannel()
      drawn.port1.onmessage = ({ data }: MessageEvent<number>) => resolve(performance.now() - data)
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () =>
            requestAnimationFrame(() => {
              if (document.querySelector('[data-callback]')) drawn.port2.postMessage(timeStamp)
              else look()
            })
          look()
        },
        { capture: true, once: true },
      )
    }),
  }))
}
