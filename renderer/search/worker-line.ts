import type { IndexChanges } from './search-index.ts'
import type { FromWorker, SearchRequest, SearchRequests } from './search-messages.ts'

/** What stands in the place of an answer that will never come. */
export const lost = Symbol('the worker is lost')

/** Milliseconds without a word after which a worker that owes an answer is taken for lost; the longest answer takes a hundredth of it. */
const patience = 20_000

/** Questions to the worker, each with its answer. */
export interface WorkerLine {
  /** Never settles once the worker is lost. */
  request<Name extends SearchRequest>(
    name: Name,
    payload: SearchRequests[Name]['payload'],
    handedOver?: readonly ArrayBuffer[],
  ): Promise<SearchRequests[Name]['answer']>
  /** When the worker threw, could not be started, or said nothing for too long. */
  readonly lost: Promise<typeof lost>
  close(): void
}

export function workerLine(worker: Worker, save: (changes: IndexChanges) => void): WorkerLine {
  const waiting = new Map<number, (answer: unknown) => void>()
  let lose: (mark: typeof lost) => void = () => undefined
  const lostOnce = new Promise<typeof lost>((resolve) => {
    lose = resolve
  })
  let last = 0
  let silences = 0
  let watch: ReturnType<typeof setInterval> | undefined

  /** Twice, because a machine that slept wakes up to a timer that is long over. */
  function hearSilence(): void {
    silences += 1
    if (silences === 2) giveUp()
  }

  function giveUp(): void {
    clearInterval(watch)
    lose(lost)
  }

  function watchWhileWaiting(): void {
    clearInterval(watch)
    silences = 0
    watch = waiting.size > 0 ? setInterval(hearSilence, patience / 2) : undefined
  }

  worker.addEventListener('error', (error) => {
    error.preventDefault()
    giveUp()
  })
  worker.addEventListener('messageerror', giveUp)
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'save') save(data.changes)
    else {
      waiting.get(data.number)?.(data.answer)
      waiting.delete(data.number)
    }
    watchWhileWaiting()
  })
  return {
    request(name, payload, handedOver = []) {
      last += 1
      const number = last
      return new Promise((resolve) => {
        waiting.set(number, resolve as (answer: unknown) => void)
        if (waiting.size === 1) watchWhileWaiting()
        worker.postMessage({ number, name, payload }, [...handedOver])
      })
    },
    lost: lostOnce,
    close() {
      clearInterval(watch)
      worker.terminate()
    },
  }
}
