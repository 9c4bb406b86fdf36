import { setTimeout } from 'node:timers/promises'
import { connectAsync } from 'mqtt'
import { everyPresence, presenceTopic } from '../../shared/transfer/team-topics.ts'
import { type Broker, mosquitto, ourHub, password } from './brokers.ts'
import { type Bench, percentile } from './figures.ts'
import type { LoneMember } from './lone-member.ts'
import { inOwnProcess } from './own-process.ts'

const members = Array.from({ length: 20 }, (_, number) => `agent-${number}`)
/** Seconds between two signs of life. */
const keepalive = 5

/** How soon the team sees that somebody's Steadyline was killed, or hangs; beside it Mosquitto. */
export const presence: Bench = {
  name: 'presence',
  async run() {
    const ours = await measured(ourHub)
    const theirs = await measured(mosquitto)
    return [
      {
        key: 'presence.kill9.p99_ms',
        value: percentile(ours.killed, 0.99),
        peer: percentile(theirs.killed, 0.99),
        peerName: 'mosquitto',
        bar: 100,
      },
      {
        key: 'presence.frozen.max_ms',
        value: Math.max(...ours.frozen),
        peer: Math.max(...theirs.frozen),
        peerName: 'mosquitto',
        bar: 1500 * keepalive,
      },
    ]
  },
}

async function measured(open: (members: readonly string[]) => Promise<Broker>) {
  const broker = await open([...members, 'watcher'])
  const watcher = await watching(broker.url)
  try {
    const killed = []
    for (const user of members) killed.push(await timeToOffline(broker.url, watcher.offline, user, 'SIGKILL'))
    const frozen = await Promise.all(
      members.slice(0, 6).map((user) => timeToOffline(broker.url, watcher.offline, user, 'SIGSTOP')),
    )
    return { killed, frozen }
  } finally {
    await watcher.leave()
    await broker.stop()
  }
}

async function timeToOffline(
  url: string,
  offline: (user: string) => Promise<void>,
  user: string,
  signal: 'SIGKILL' | 'SIGSTOP',
): Promise<number> {
  const member = await inOwnProcess<LoneMember, { readonly joined: true }>('lone-member.ts')
  try {
    await member.ask({ url, password, user, keepalive })
    await setTimeout(500)
    const seen = offline(user)
    const from = performance.now()
    member.signal(signal)
    await seen
    return performance.now() - from
  } finally {
    await member.stop()
  }
}

async function watching(url: string) {
  const client = await connectAsync(url, { protocolVersion: 4, clientId: 'steadyline-watcher', username: 'watcher', password })
  const waiting = new Map<string, () => void>()
  client.on('message', (topic, payload) => {
    if (payload.toString() === 'offline') waiting.get(topic)?.()
  })
  await client.subscribeAsync(everyPresence, { qos: 1 })
  return {
    offline: (user: string) => new Promise<void>((resolve) => waiting.set(presenceTopic(user), resolve)),
    leave: () => client.endAsync(true),
  }
}
