import type { CDPSession } from '@playwright/test'
import { Agent } from '../drivers/agent.ts'
import type { FakeSoftphone } from './fake-softphone.ts'
import type { Bench } from './figures.ts'
import { withSoftphone } from './with-app.ts'

/**
 * What the window keeps of calls that are over: answered, noted, wrapped up and saved, one after another.
 *
 * Looked at on the screen of the next call, where no list of past ones is drawn. `growth_pct` leaves out compiled code, which
 * grows while the engine learns what is hot and says nothing about calls; `growth-with-code_pct` counts it.
 */
export const heap: Bench = {
  name: 'heap',
  run: () =>
    withSoftphone(async (app, phone) => {
      const agent = new Agent(app)
      const devTools = await app.page.context().newCDPSession(app.page)
      const looks: HeapUse[] = []
      for (let number = 0; number <= 200; number += 1) {
        await takeCall(agent, phone, number)
        if (number === 10 || number === 200) looks.push(await heapUse(devTools))
        await finishCall(agent, phone, number)
      }
      const [early, late] = looks
      if (early === undefined || late === undefined) throw new Error('the heap was not looked at')
      return [
        { key: 'heap.10-calls.objects_mb', value: early.objects / 1024 ** 2 },
        { key: 'heap.200-calls.objects_mb', value: late.objects / 1024 ** 2 },
        { key: 'heap.200-calls.growth_pct', value: growth(early.objects, late.objects), bar: 10 },
        { key: 'heap.200-calls.growth-with-code_pct', value: growth(early.everything, late.everything) },
      ]
    }),
}

function growth(early: number, late: number): number {
  return (100 * (late - early)) / early
}

async function takeCall(agent: Agent, phone: FakeSoftphone, number: number): Promise<void> {
  phone.rings(`call-${number}`, `Caller ${number}`)
  phone.isAnswered(`call-${number}`)
  await agent.isOnTheLineWith(`Caller ${number}`)
  await agent.notes(`Call ${number}: wants the refund that was promised`)
}

async function finishCall(agent: Agent, phone: FakeSoftphone, number: number): Promise<void> {
  phone.ends(`call-${number}`)
  await agent.wrapsUp('Resolved')
  await agent.seesEmptyDesk()
}

interface HeapUse {
  /** Bytes. */
  readonly objects: number
  readonly everything: number
}

/** Sums a heap snapshot, which the engine takes after a full collection. */
async function heapUse(devTools: CDPSession): Promise<HeapUse> {
  const chunks: string[] = []
  const collect = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk)
  devTools.on('HeapProfiler.addHeapSnapshotChunk', collect)
  await devTools.send('HeapProfiler.collectGarbage')
  await devTools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  devTools.off('HeapProfiler.addHeapSnapshotChunk', collect)
  const { snapshot, nodes }: HeapSnapshot = JSON.parse(chunks.join(''))
  const { node_fields: fields, node_types: types } = snapshot.meta
  const code = types[0].indexOf('code')
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let objects = 0
  let everything = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    const bytes = nodes[node + size] ?? 0
    everything += bytes
    if (nodes[node + type] !== code) objects += bytes
  }
  return { objects, everything }
}

/** The part of Chromium's snapshot format that is read here: one flat list of numbers, `node_fields` long for each node. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[], ...unknown[]] }
  }
  readonly nodes: readonly number[]
}
