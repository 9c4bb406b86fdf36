import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { ServerMessage } from '../../shared/wire.ts'
import { ask } from '../app/contract-from-page.ts'
import { FakeSoftphone } from './fake-softphone.ts'
import { type Bench, type Figure, percentile } from './figures.ts'
import { type LooseWindow, withLooseWindow } from './loose-window.ts'
import { clockSkew, watchPaints } from './paint-watch.ts'

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
  { name: '1ps', pause: 1000, events: 20, bars: {} },
  { name: '100ps', pause: 10, events: 1000, bars: { p99: 33.4 } },
]

/** Ms between the driver and the events, before and after. */
const rest = 500

const ringing: Rate = { name: 'calm', pause: 250, events: 100, bars: {} }

/**
 * From the softphone's byte, through the real adapter and companion, to what the window shows.
 *
 * No driver holds the window while it is measured. The agent is on a call; beside it callers ring and give up in turn, and each must be on the screen, and off it again.
 */
export const eventToPaint: Bench = {
  name: 'event-to-paint',
  run: () =>
    withSoftphone(async (loose, phone) => {
      await openWatchedDesk(loose.page)
      phone.rings('mine', 'The one helped')
      phone.isAnswered('mine')
      await loose.page.getByText('Live', { exact: true }).first().waitFor()
      const ours = await latenciesAtEach(rates, loose, phone)
      await openPlainPage(loose.page)
      const plain = await latenciesAtEach(rates, loose, phone)
      return rates.flatMap((rate, index) => figures('event-to-paint', rate, ours[index] ?? [], plain[index] ?? []))
    }),
}

/** The same on an empty desk: the whole screen of a call must be built, and taken away when the caller gives up. */
export const ringToPaint: Bench = {
  name: 'ring-to-paint',
  run: () =>
    withSoftphone(async (loose, phone) => {
      await openWatchedDesk(loose.page)
      const [ours = []] = await latenciesAtEach([ringing], loose, phone)
      await openPlainPage(loose.page)
      const [plain = []] = await latenciesAtEach([ringing], loose, phone)
      return figures('ring-to-paint', ringing, ours, plain)
    }),
}

async function openWatchedDesk(page: Page): Promise<void> {
  await watchPaints(page.context())
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function latenciesAtEach(
  some: readonly Rate[],
  loose: LooseWindow,
  phone: FakeSoftphone,
): Promise<readonly (readonly number[])[]> {
  const latencies = []
  for (const rate of some) latencies.push(await latenciesAt(rate, loose, phone))
  return latencies
}

async function latenciesAt({ pause, events }: Rate, loose: LooseWindow, phone: FakeSoftphone): Promise<readonly number[]> {
  const skewBefore = await clockSkew(loose.page)
  const start = await loose.page.evaluate(() => window.paintWatch.paintedAt.length)
  await loose.letGo()
  await setTimeout(rest)
  const writtenAt = []
  let id = ''
  for (let event = 0; event < events; event += 1) {
    await setTimeout(pause - frame / 2 + Math.random() * frame)
    if (event % 2 === 0) id = randomUUID()
    writtenAt.push(event % 2 === 0 ? phone.rings(id, `Caller ${event}`) : phone.ends(id))
  }
  await setTimeout(rest)
  await loose.takeHold()
  await loose.page.waitForFunction((count) => window.paintWatch.paintedAt.length >= count, start + events)
  const paintedAt = await loose.page.evaluate((from) => window.paintWatch.paintedAt.slice(from), start)
  const skew = (skewBefore + (await clockSkew(loose.page))) / 2
  return writtenAt.map((at, index) => (paintedAt[index] ?? Number.NaN) - skew - at)
}

async function withSoftphone<Result>(measure: (loose: LooseWindow, phone: FakeSoftphone) => Promise<Result>): Promise<Result> {
  const phone = await FakeSoftphone.listening()
  try {
    return await withLooseWindow(async (loose) => {
      await ask(loose.page, 'settings.change', { baresip: { enabled: true, host: '127.0.0.1', port: phone.port } })
      await phone.connected()
      return measure(loose, phone)
    })
  } finally {
    await phone.stop()
  }
}

/** The least that can show who rings: one text node, fed by the same frames of the same socket, on a page of the host that is not there. */
async function openPlainPage(page: Page): Promise<void> {
  const socketUrl = await page.evaluate(() => window.paintWatch.socketUrl)
  await watchPaints(page.context())
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
