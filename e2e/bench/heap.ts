import type { CDPSession } from '@playwright/test'
import type { App } from '../app/app.ts'
import { Agent } from '../drivers/agent.ts'
import type { FakeSoftphone } from './fake-softphone.ts'
import type { Bench } from './figures.ts'
import { withSoftphone } from './with-app.ts'

/** What the window keeps of calls that are over: answered, noted, wrapped up and saved, one after another. */
export const heap: Bench = {
  name: 'heap',
  run: () =>
    withSoftphone(async (app, phone) => {
      const devTools = await app.page.context().newCDPSession(app.page)
      await handleCalls(app, phone, 0, 10)
      const early = await usedHeap(devTools)
      await handleCalls(app, phone, 10, 200)
      const late = await usedHeap(devTools)
      return [
        { key: 'heap.10-calls.used_mb', value: early / 1024 ** 2 },
        { key: 'heap.200-calls.used_mb', value: late / 1024 ** 2 },
        { key: 'heap.200-calls.growth_pct', value: (100 * (late - early)) / early, bar: 10 },
      ]
    }),
}

async function handleCalls(app: App, phone: FakeSoftphone, from: number, to: number): Promise<void> {
  const agent = new Agent(app)
  for (let number = from; number < to; number += 1) {
    const id = `call-${number}`
    phone.rings(id, `Caller ${number}`)
    phone.isAnswered(id)
    await agent.isOnTheLine()
    await agent.notes(`Call ${number}: wants the refund that was promised`)
    phone.ends(id)
    await agent.wrapsUp('Resolved')
    await agent.seesEmptyDesk()
  }
}

async function usedHeap(devTools: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await devTools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devTools.send('Runtime.getHeapUsage')
  return usedSize
}
