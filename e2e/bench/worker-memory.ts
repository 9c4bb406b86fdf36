import type { Page } from '@playwright/test'

interface HeapUsage {
  /** Bytes of objects. */
  readonly usedSize: number
  /** Bytes of arrays that lie outside the heap. */
  readonly backingStorageSize?: number
}

/** So that nobody is measured while what somebody else left is cleared away. */
export async function collectGarbage(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('HeapProfiler.collectGarbage')
  await devTools.detach()
}

/** Bytes of objects and arrays the page itself holds after a full collection. */
export async function heapOf(page: Page): Promise<number> {
  await collectGarbage(page)
  const devTools = await page.context().newCDPSession(page)
  const { usedSize, backingStorageSize = 0 }: HeapUsage = await devTools.send('Runtime.getHeapUsage')
  await devTools.detach()
  return usedSize + backingStorageSize
}

/** Bytes the page's one worker holds after a full collection, its arrays included. */
export async function workerMemory(page: Page): Promise<number> {
  const devTools = await page.context().newCDPSession(page)
  const worker = new Promise<string>((resolve) => {
    devTools.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId))
  })
  await devTools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const sessionId = await worker
  const send = (id: number, method: string) =>
    new Promise<HeapUsage>((resolve) => {
      devTools.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer: { readonly id?: number; readonly result: HeapUsage } = JSON.parse(message)
        if (answer.id === id) resolve(answer.result)
      })
      void devTools.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    })
  await send(1, 'HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = await send(2, 'Runtime.getHeapUsage')
  await devTools.detach()
  return usedSize + backingStorageSize
}
