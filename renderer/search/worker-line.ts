import type { IndexChanges } from './search-index.ts'
import type { FromWorker, SearchRequest, SearchRequests } from './search-messages.ts'

/** Questions to the worker, each with its answer. */
export interface WorkerLine {
  request<Name extends SearchRequest>(
    name: Name,
    payload: SearchRequests[Name]['payload'],
    handedOver?: readonly ArrayBuffer[],
  ): Promise<SearchRequests[Name]['answer']>
  close(): void
}

export function workerLine(worker: Worker, save: (changes: IndexChanges) => void): WorkerLine {
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'save') return save(data.changes)
    waiting.get(data.number)?.(data.answer)
    waiting.delete(data.number)
  })
  return {
    request(name, payload, handedOver = []) {
      last += 1
      const number = last
      return new Promise((resolve) => {
        waiting.set(number, resolve as (answer: unknown) => void)
        worker.postMessage({ number, name, payload }, [...handedOver])
      })
    },
    close: () => worker.terminate(),
  }
}
