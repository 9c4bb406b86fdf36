import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lost, workerLine } from './worker-line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A worker that hears everything and says nothing by itself. */
class SilentWorker extends EventTarget {
  isTerminated = false
  postMessage(): void {}
  terminate(): void {
    this.isTerminated = true
  }
  answers(number: number, answer: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: { type: 'answer', number, answer } }))
  }
}

function lineTo(worker: SilentWorker) {
  const line = workerLine(worker as unknown as Worker, () => undefined)
  let isLost = false
  void line.lost.then((mark) => {
    isLost = mark === lost
  })
  return { line, isLost: () => isLost }
}

test('a worker that owes an answer and says nothing for twenty seconds is lost', async () => {
  const { line, isLost } = lineTo(new SilentWorker())
  void line.request('beginAudit', null)
  await vi.advanceTimersByTimeAsync(19_999)
  expect(isLost()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(isLost()).toBe(true)
})

test('a worker that owes nothing may be silent, and one that answers slowly but steadily is not lost', async () => {
  const worker = new SilentWorker()
  const { line, isLost } = lineTo(worker)
  await vi.advanceTimersByTimeAsync(100_000)
  const answers = [line.request('beginAudit', null), line.request('endAudit', null)]
  await vi.advanceTimersByTimeAsync(15_000)
  worker.answers(1, null)
  await vi.advanceTimersByTimeAsync(15_000)
  worker.answers(2, null)
  await vi.advanceTimersByTimeAsync(100_000)
  expect(await Promise.all(answers)).toEqual([null, null])
  expect(isLost()).toBe(false)
})

test('a line that is closed ends its worker and waits no longer', async () => {
  const worker = new SilentWorker()
  const { line, isLost } = lineTo(worker)
  void line.request('beginAudit', null)
  line.close()
  await vi.advanceTimersByTimeAsync(100_000)
  expect([worker.isTerminated, isLost()]).toEqual([true, false])
})
