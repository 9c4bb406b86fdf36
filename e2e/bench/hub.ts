import { type Broker, mosquitto, ourHub, password, upkeepOf } from './brokers.ts'
import { type Bench, percentile } from './figures.ts'
import type { Crowd, CrowdReport } from './hub-crowd.ts'
import { inOwnProcess } from './own-process.ts'

const agents = Array.from({ length: 500 }, (_, number) => `agent-${number}`)
const supervisors = Array.from({ length: 50 }, (_, number) => `manager-${number}`)

/** 500 agents and 50 supervisors at the hub, a hundred briefs a second; beside it Mosquitto with the same members and rules. */
export const hub: Bench = {
  name: 'hub',
  async run() {
    const ours = await measured(ourHub)
    const theirs = await measured(mosquitto)
    const figure = (metric: keyof typeof ours, unit: string) => ({
      key: `hub.500.${metric}_${unit}`,
      value: ours[metric],
      peer: theirs[metric],
      peerName: 'mosquitto',
    })
    return [
      figure('brief.p50', 'ms'),
      { ...figure('brief.p99', 'ms'), bar: 100 },
      figure('acknowledged.p99', 'ms'),
      figure('connected', 'ms'),
      { ...figure('rss', 'mb'), bar: 300 },
      figure('cpu', 'pct'),
    ]
  },
}

async function measured(open: (members: readonly string[]) => Promise<Broker>) {
  const broker = await open([...agents, ...supervisors])
  const crowd = await inOwnProcess<Crowd, CrowdReport>('hub-crowd.ts')
  try {
    const everybody = { url: broker.url, password, agents, supervisors }
    const before = await upkeepOf(broker.pid)
    const report = await crowd.ask({ ...everybody, briefs: 2000, every: 10 })
    const after = await upkeepOf(broker.pid)
    return {
      'brief.p50': percentile(report.heard, 0.5),
      'brief.p99': percentile(report.heard, 0.99),
      'acknowledged.p99': percentile(report.acknowledged, 0.99),
      connected: report.connectedIn,
      rss: after.rssMb,
      cpu: (100 * (after.cpuSeconds - before.cpuSeconds)) / (report.seconds + report.connectedIn / 1000),
    }
  } finally {
    await crowd.stop()
    await broker.stop()
  }
}
