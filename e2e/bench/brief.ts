import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Brief } from '../../shared/transfer/brief.ts'
import { linePath, type ServerMessage } from '../../shared/wire.ts'
import { ask } from '../app/contract-from-page.ts'
import { ana, joins, mia, passwordsOf } from '../drivers/team.ts'
import { type HubKind, startHub } from '../rig/real-hub.ts'
import { type Bench, percentile } from './figures.ts'
import { clockSkew } from './paint-watch.ts'
import { withApp } from './with-app.ts'

const briefs = 400
/** The first ones through two companions that have just started, which nobody waits for in a working day. */
const warmUp = 5
const frame = 1000 / 60

/**
 * From the agent's window, through both companions, their disks and the hub, to what the supervisor's window shows; beside
 * it the same with Mosquitto as the hub.
 */
export const brief: Bench = {
  name: 'brief',
  async run() {
    const ours = await latenciesThrough('Steadyline')
    const theirs = await latenciesThrough('Mosquitto')
    const figure = (share: number) => ({ value: percentile(ours, share), peer: percentile(theirs, share), peerName: 'mosquitto' })
    return [
      { key: 'brief.to-screen.p50_ms', ...figure(0.5) },
      { key: 'brief.to-screen.p99_ms', ...figure(0.99), bar: 50 },
    ]
  },
}

async function latenciesThrough(kind: HubKind): Promise<readonly number[]> {
  const hub = await startHub(kind, passwordsOf([ana, mia]))
  try {
    return await withApp((agent) =>
      withApp(async (supervisor) => {
        await joins(agent, hub, ana)
        await joins(supervisor, hub, mia)
        return latenciesBetween(agent.page, supervisor.page)
      }),
    )
  } finally {
    await hub.stop()
  }
}

/** One after the other, each answered before the next is sent; none keeps step with the screen. */
async function latenciesBetween(from: Page, to: Page): Promise<readonly number[]> {
  const skews = await skewsOf(from, to)
  const latencies = []
  for (let number = 0; number < warmUp + briefs; number += 1) {
    await setTimeout(50 + Math.random() * frame)
    const sending = briefCalled(`Brief ${number}`)
    const shown = shownAt(to, `Brief from ${sending.from.name}`)
    const sentAt = await sent(from, sending)
    latencies.push((await shown) - skews.to - (sentAt - skews.from))
    await ask(to, 'brief.answer', { briefId: sending.id, answer: 'declined', reason: '' })
    await shownAt(to, null)
  }
  return latencies.slice(warmUp)
}

async function skewsOf(from: Page, to: Page) {
  return { from: await clockSkew(from), to: await clockSkew(to) }
}

/** Resolves with the time, in ms since 1970 by the window's clock, at which it was given to the companion. */
function sent(page: Page, sending: Brief): Promise<number> {
  return page.evaluate(
    async ([line, payload]) => {
      const socket = new WebSocket(`ws://${location.host}${line}`)
      await new Promise((resolve) => socket.addEventListener('open', resolve))
      const answered = new Promise<ServerMessage>((resolve) => {
        socket.addEventListener('message', ({ data }) => {
          const message: ServerMessage = JSON.parse(String(data))
          if ('id' in message) resolve(message)
        })
      })
      const at = performance.timeOrigin + performance.now()
      socket.send(JSON.stringify({ id: 1, channel: 'brief.send', payload }))
      const answer = await answered
      socket.close()
      if (!('ok' in answer) || !answer.ok) throw new Error('the brief was refused')
      return at
    },
    [linePath, sending] as const,
  )
}

/**
 * When the frame was drawn that has these words at the edge of the screen, or no brief there any more.
 *
 * Looked for at each change, and not at each frame, because a window at rest draws none.
 */
function shownAt(page: Page, words: string | null): Promise<number> {
  return page.evaluate(
    (expected) =>
      new Promise<number>((resolve) => {
        const drawn = new MessageChannel()
        drawn.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        const look = () => {
          const edge = document.querySelector('[role="toolbar"][aria-label="Team"]')?.textContent ?? ''
          const isThere = expected === null ? !edge.includes('Brief from') : edge.includes(expected)
          if (!isThere) return
          changes.disconnect()
          requestAnimationFrame(() => drawn.port2.postMessage(null))
        }
        const changes = new MutationObserver(look)
        changes.observe(document.body, { subtree: true, childList: true, characterData: true })
        look()
      }),
    words,
  )
}

/** As long as people write them. */
function briefCalled(name: string): Brief {
  const sentence = 'The parcel was promised for Friday twice and has been at the depot since Monday.'
  return {
    id: randomUUID(),
    from: { id: ana.id, name },
    to: { id: mia.id, name: mia.name },
    headline: 'Marta Kask needs a delivery date she can trust.',
    caller: { name: 'Marta Kask', number: '+37255500142', verified: 'verified' },
    tone: 'Demanding, fears being ignored.',
    situation: sentence,
    background: sentence,
    tried: sentence,
    request: 'Agree on a date, or pay the delivery back.',
    avoid: 'Friday.',
    readBack: 'So: agree on a date, or pay the delivery back. Put her through.',
    topic: 'deliveries',
  }
}
