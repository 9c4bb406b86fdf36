import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { FakeSoftphone } from './fake-softphone.ts'
import { type Bench, type Figure, percentile } from './figures.ts'
import { clockSkew, watchPaints } from './paint-watch.ts'
import { withSoftphone } from './with-app.ts'

/** Mean pause in ms between two events; each is spread over a frame more, so that no event keeps step with the screen. */
interface Rate {
  readonly name: string
  readonly pause: number
  readonly events: number
  readonly bars: { readonly p50?: number; readonly p99?: number }
}

const frame = 1000 / 60

/** `1ps` shows that the 120 ms of `calm` are calm enough: both must come out alike. */
const rates: readonly Rate[] = [
  { name: 'calm', pause: 120, events: 500, bars: { p50: 6, p99: 16.7 } },
  { name: '1ps', pause: 1000, events: 30, bars: {} },
  { name: '100ps', pause: 10, events: 1000, bars: { p99: 33.4 } },
]

/** From the softphone's byte, through the real adapter and companion, to the hold that the window shows. */
export const eventToPaint: Bench = {
  name: 'event-to-paint',
  run: () =>
    withSoftphone(async (app, phone) => {
      await watchPaints(app.page.context())
      await app.page.reload()
      phone.rings('measured', '+15550100')
      phone.isAnswered('measured')
      await app.page.getByText('Open', { exact: true }).first().waitFor()
      const ours = await latenciesAtEachRate(app.page, phone)
      await openPlainPage(app.page)
      const plain = await latenciesAtEachRate(app.page, phone)
      return rates.flatMap((rate, index) => figures(rate, ours[index] ?? [], plain[index] ?? []))
    }),
}

async function latenciesAtEachRate(page: Page, phone: FakeSoftphone): Promise<readonly (readonly number[])[]> {
  const latencies = []
  for (const rate of rates) latencies.push(await latenciesAt(rate, page, phone))
  return latencies
}

async function latenciesAt({ pause, events }: Rate, page: Page, phone: FakeSoftphone): Promise<readonly number[]> {
  const before = await clockSkew(page)
  const start = await page.evaluate(() => window.paintWatch.paintedAt.length)
  const writtenAt = []
  for (let event = 0; event < events; event += 1) {
    await setTimeout(pause - frame / 2 + Math.random() * frame)
    writtenAt.push(event % 2 === 0 ? phone.isHeld('measured') : phone.isResumed('measured'))
  }
  await page.waitForFunction((count) => window.paintWatch.paintedAt.length >= count, start + events)
  const paintedAt = await page.evaluate((from) => window.paintWatch.paintedAt.slice(from), start)
  const after = await clockSkew(page)
  const skew = (before.skew + after.skew) / 2
  return writtenAt.map((at, index) => (paintedAt[index] ?? Number.NaN) - skew - at)
}

/** The least that can show a hold: one text node, fed by the same frames of the same socket. */
async function openPlainPage(page: Page): Promise<void> {
  const socketUrl = await page.evaluate(() => window.paintWatch.socketUrl)
  const plain = new URL('/plain', page.url()).href
  await page.route(plain, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><p id="state">live</p>' }),
  )
  await page.goto(plain)
  await page.evaluate((url) => {
    const state = document.querySelector('#state')
    if (state === null) throw new Error('no text to write to')
    window.paintWatch.showsHold = () => state.textContent === 'held'
    const socket = new WebSocket(url)
    socket.addEventListener('message', ({ data }) => {
      const { frame = [] } = JSON.parse(String(data)) as { frame?: { channel: string; payload: { call: { state: string } } }[] }
      for (const { channel, payload } of frame) if (channel === 'call.happened') state.textContent = payload.call.state
    })
    return new Promise((resolve) => socket.addEventListener('open', resolve))
  }, socketUrl)
}

function figures({ name, bars }: Rate, ours: readonly number[], plain: readonly number[]): readonly Figure[] {
  const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const
  return (['p50', 'p95', 'p99'] as const).flatMap((share) => {
    const value = percentile(ours, shares[share])
    const peer = percentile(plain, shares[share])
    const bar = share === 'p95' ? undefined : bars[share]
    const key = `event-to-paint.${name}.${share}`
    return [
      { key: `${key}_ms`, value, peer, ...(bar === undefined ? {} : { bar }) },
      { key: `${key}_frames`, value: value / frame, peer: peer / frame },
    ]
  })
}
