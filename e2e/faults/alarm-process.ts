import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAlarms } from '../../electron/callbacks/alarm-office.ts'
import { systemClock } from '../../electron/clock.ts'
import type { Log } from '../../electron/log.ts'
import { openSeal } from '../../electron/seal.ts'
import type { Alarm, ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { failed } from '../../shared/result.ts'

export interface AlarmPlace {
  readonly dataDir: string
}

export type AlarmOrder = { readonly arm: readonly ArmedCallback[] } | { readonly ask: 'now' | 'ringing' }
export type AlarmWord =
  | { readonly up: true }
  | { readonly armed: boolean }
  | { readonly now: number }
  | { readonly ringing: readonly Alarm[] }

/** A ring as it was heard, by the clock of this process. */
export interface HeardRing extends Pick<Alarm, 'callbackId' | 'at' | 'stage' | 'whileAway'> {
  readonly now: number
}

/** The real alarm office by the real clock, as a process that can be killed; what is heard stands in `rings.jsonl`. */
const { dataDir } = JSON.parse(process.argv[2] ?? '') as AlarmPlace
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

const office = await openAlarms({
  dataDir,
  seal: await openSeal(dataDir, null, silent),
  clock: systemClock,
  log: silent,
  settings: () => ({ leadMinutes: 0 }),
  send: async () => failed({ kind: 'brief.noHub' }),
  listener: {
    changed: () => undefined,
    rang(rings) {
      for (const { alarm } of rings) keep(alarm)
    },
    clockJumped: () => undefined,
  },
})
process.on('message', async (order: AlarmOrder) => {
  if ('arm' in order) say({ armed: (await office.arm(order.arm)).ok })
  else say(order.ask === 'now' ? { now: Date.now() } : { ringing: office.ringing() })
})
process.on('disconnect', () => process.exit())
office.start()
say({ up: true })

function keep({ callbackId, at, stage, whileAway }: Alarm): void {
  const ring: HeardRing = { callbackId, at, stage, whileAway, now: Date.now() }
  appendFileSync(join(dataDir, 'rings.jsonl'), `${JSON.stringify(ring)}\n`)
}

function say(word: AlarmWord): void {
  process.send?.(word)
}
