import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import type { Call } from '../../shared/call/call.ts'
import type { Mono, Stopwatch } from '../../shared/call/stopwatch.ts'
import { dialerIds } from '../../shared/dialers/dialer-health.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'

const stopwatch = z.object({ collected: z.number(), runningSince: z.number().nullable() })
const wall = z.number().nullable()

const call = z.object({
  id: z.string(),
  dialer: z.enum(dialerIds),
  direction: z.enum(['incoming', 'outgoing']),
  party: z.object({ name: z.string(), number: z.string() }),
  state: z.enum(['ringing', 'dialling', 'live', 'held', 'ended']),
  endCause: z
    .enum([
      'missed',
      'declined',
      'cancelled',
      'busy',
      'no-answer',
      'unreachable',
      'caller-hung-up',
      'agent-hung-up',
      'transferred',
      'transfer-failed',
      'lost',
    ])
    .nullable(),
  consultFor: z.string().nullable(),
  certain: z.boolean(),
  startedAt: z.number(),
  answeredAt: wall,
  endedAt: wall,
  ring: stopwatch,
  talk: stopwatch,
  hold: stopwatch,
  afterCall: stopwatch,
}) satisfies z.ZodType<Call>

const file = z.object({ mono: z.number(), wall: z.number(), calls: z.array(call) })

/** Milliseconds between two writes: a burst of events must not keep the disk, and with it this process, busy. */
const rest = 100

/** The calls in progress, on disk, so that a companion that was killed finds them with their clocks still right. */
export class LiveCallsFile {
  readonly #path: string
  readonly #clock: Clock
  readonly #log: Log
  #writing: Promise<void> = Promise.resolve()
  #rested: Promise<void> = Promise.resolve()
  #wake: () => void = () => undefined
  #next: readonly Call[] | null = null

  constructor(dataDir: string, clock: Clock, log: Log) {
    this.#path = join(dataDir, 'live-calls.json')
    this.#clock = clock
    this.#log = log
  }

  /** Empty when there is no file or it does not parse: what dialers still have is found again by asking them. */
  read(): readonly Call[] {
    try {
      const { mono, wall, calls } = file.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
      const now = this.#clock.now()
      const rebooted = now.mono < mono
      const shift = rebooted ? now.mono - mono - Math.max(0, now.wall - wall) : 0
      return shift === 0 ? calls : calls.map((call) => shifted(call, shift))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.#log.warn('Calls in progress could not be read back', { error: String(error) })
      return []
    }
  }

  /** Writes the latest calls given: the first at once, and what follows within `rest` of a write as one. */
  write(calls: readonly Call[]): Promise<void> {
    const idle = this.#next === null
    this.#next = calls
    if (idle) this.#writing = this.#writing.then(() => this.#rested).then(() => this.#writeNext())
    return this.#writing
  }

  /** Writes these last ones without a rest. */
  close(calls: readonly Call[]): Promise<void> {
    this.#wake()
    return this.write(calls)
  }

  async #writeNext(): Promise<void> {
    const calls = this.#next ?? []
    this.#next = null
    try {
      await writeFileAtomic(this.#path, JSON.stringify({ ...this.#clock.now(), calls }), { mode: 0o600 })
      this.#rested = new Promise((resolve) => {
        const timer = setTimeout(resolve, rest).unref()
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    } catch (error) {
      this.#log.warn('Calls in progress could not be written down', { error: String(error) })
    }
  }
}

/** After a reboot the monotonic clock starts again: running clocks are moved onto the new one. */
function shifted(call: Call, by: Mono): Call {
  const move = (watch: Stopwatch) => (watch.runningSince === null ? watch : { ...watch, runningSince: watch.runningSince + by })
  return { ...call, ring: move(call.ring), talk: move(call.talk), hold: move(call.hold), afterCall: move(call.afterCall) }
}
