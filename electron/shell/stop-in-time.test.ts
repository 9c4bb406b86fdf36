import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Log } from '../log.ts'
import { stopInTime } from './stop-in-time.ts'

let errors: string[]

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (_message, facts) => void errors.push(String(facts?.error)),
}

beforeEach(() => {
  errors = []
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the end of a shift', () => {
  it('waits until the companion has stopped', async () => {
    let stopped = false

    await stopInTime(async () => {
      await Promise.resolve()
      stopped = true
    }, log)

    expect({ stopped, errors, timers: vi.getTimerCount() }).toEqual({ stopped: true, errors: [], timers: 0 })
  })

  it('comes although the companion cannot stop', async () => {
    await stopInTime(() => Promise.reject(new Error('stuck')), log)

    expect(errors).toEqual(['Error: stuck'])
  })

  it('comes although the companion never stops', async () => {
    const ended = stopInTime(() => new Promise(() => undefined), log)
    await vi.advanceTimersByTimeAsync(5000)
    await ended

    expect(errors).toEqual(['Error: It took too long'])
  })
})
