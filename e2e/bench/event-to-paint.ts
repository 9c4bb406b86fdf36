import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { ServerMessage } from '../../shared/wire.ts'
import type { FakeSoftphone } from './fake-softphone.ts'
import { type Bench, type Figure, percentile } from './figures.ts'
import { clockSkew, watchPaints } from './paint-watch.ts'
import { withSoftphone } from './with-app.ts'

interface Rate {
  readonly name: string
  /** Mean ms between two events; each is spread over a frame, so that no event keeps step with the screen. */
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

const ringing: Rate = { name: 'calm', pause: 250, events: 200, bars: {} }

/**
 * From the softphone's byte, through the real adapter and companion, to what the window shows.
 *
 * The agent is on a call; beside it callers ring and give up in turn, and each must be on the screen, and off it again.
 */
export const eventToPaint: Bench = {
  name: 'event-to-paint',
  run: () =>
    withSoftphone(async (app, phone) => {
      await openWatchedDesk(app.page)
      phone.rings('mine', 'The one helped')
      phone.isAnswered('mine')
      await app.page.getByText('Live', { exact: true }).first().waitFor()
      const ours = await latenciesAtEach(rates, app.page, phone)
      await openPlainPage(app.page)
      const plain = await latenciesAtEach(rates, app.page, phone)
      return rates.flatMap((rate, index) => figures('event-to-paint', rate, ours[index] ?? [], plain[index] ?? []))
    }),
}

/** The same on an empty desk: the whole screen of a call must be built, and taken away when the caller gives up. */
export const ringToPaint: Bench = {
  name: 'ring-to-paint',
  run: () =>
    withSoftphone(async (app, phone) => {
      await openWatchedDesk(app.page)
      const [ours = []] = await latenciesAtEach([ringing], app.page, phone)
      await openPlainPage(app.page)
      const [plain = []] = await latenciesAtEach([ringing], app.page, phone)
      return figures('ring-to-paint', ringing, ours, plain)
    }),
}

async function openWatchedDesk(page: Page): Promise<void> {
  await watchPaints(page.context())
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function latenciesAtEach(some: readonly Rate[], page: Page, phone: FakeSoftphone): Promise<readonly (readonly number[])[]> {
  const latencies = []
  for (const rate of some) latencies.push(await latenciesAt(rate, page, phone))
  return latencies
}

async function latenciesAt({ pause, events }: Rate, page: Page, phone: FakeSoftphone): Promise<readonly number[]> {
  const skewBefore = await clockSkew(page)
  const start = await page.evaluate(() => window.paintWatch.paintedAt.length)
  const writtenAt = []
  let id = ''
  for (let event = 0; event < events; event += 1) {
    await setTimeout(pause - frame / 2 + Math.random() * frame)
    if (event % 2 === 0) id = randomUUID()
    writtenAt.push(event % 2 === 0 ? phone.rings(id, `Caller ${event}`) : phone.ends(id))
  }
  await page.waitForFunction((count) => window.paintWatch.paintedAt.length >= count, start + events)
  const paintedAt = await page.evaluate((from) => window.paintWatch.paintedAt.slice(from), start)
  const skew = (skewBefore + (await clockSkew(page))) / 2
  return writtenAt.map((at, index) => (paintedAt[index] ?? Number.NaN) - skew - at)
}

/** The least that can show who rings: one text node, fed by the same frames of the same socket, on a page of the host that is not there. */
async function openPlainPage(page: Page): Promise<void> {
  const socketUrl = await page.evaluate(() => window.paintWatch.socketUrl)
  await page.goto(new URL('/plain', page.url()).href)
  await page.evaluate((url) => {
    const ringing = document.createElement('p')
    document.body.replaceChildren(ringing)
    window.paintWatch.shown = () => ringing.textContent ?? ''
    const socket = new WebSocket(url)
    socket.addEventListener('message', ({ data }) => {
      const message: ServerMessage = JSON.parse(String(data))
      if (!('frame' in message)) return
      for (const { channel, payload } of message.frame) {
        if (channel === 'call.happened') ringing.textContent = payload.call.state === 'ringing' ? payload.call.party.name : ''
      }
    })
    return new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()))
  }, socketUrl)
}

function figures(bench: string, { name, bars }: Rate, ours: readonly number[], plain: readonly number[]): readonly Figure[] {
  const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const
  return (['p50', 'p95', 'p99'] as const).flatMap((share) => {
    const value = percentile(ours, shares[share])
    const peer = percentile(plain, shares[share])
    const bar = share === 'p95' ? undefined : bars[share]
    const key = `${bench}.${name}.${share}`
    return [
      { key: `${key}_ms`, value, peer, ...(bar === undefined ? {} : { bar }) },
      { key: `${key}_frames`, value: value / frame, peer: peer / frame },
    ]
  })
}
