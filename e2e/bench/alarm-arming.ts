import { mkdtempSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAlarms } from '../../electron/callbacks/alarm-office.ts'
import { armed, briefOfTest } from '../../electron/callbacks/alarms-in-test.ts'
import { systemClock } from '../../electron/clock.ts'
import type { Log } from '../../electron/log.ts'
import { openSeal } from '../../electron/seal.ts'
import { failed } from '../../shared/result.ts'

export interface AlarmArming {
  readonly callbacks: number
  readonly rounds: number
}

export interface ArmingTimes {
  readonly ours: readonly number[]
  /** The same texts written to a file and synced, and nothing else. */
  readonly plain: readonly number[]
}

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** Milliseconds until callbacks that nobody had armed before are sealed, on the disk and answered. */
export async function answer({ callbacks, rounds }: AlarmArming): Promise<ArmingTimes> {
  const ours = []
  const plain = []
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = mkdtempSync(join(tmpdir(), 'steadyline-arming-'))
    const office = await openAlarms({
      ...{ dataDir, seal: await openSeal(dataDir, null, silent), clock: systemClock, log: silent },
      settings: () => ({ leadMinutes: 5 }),
      send: async () => failed({ kind: 'brief.noHub' }),
      listener: { changed: () => undefined, rang: () => undefined, clockJumped: () => undefined },
    })
    office.start()
    const all = Array.from({ length: callbacks }, (_, number) => {
      const at = Date.now() + 3_600_000 + number * 1000
      return armed(number, at, number % 10 === 0 ? { handOver: { at: at + 900_000, brief: briefOfTest(number) } } : {})
    })
    ours.push(await timeOf(() => office.arm(all)))
    const file = await open(join(dataDir, 'plain.json'), 'w')
    plain.push(
      await timeOf(async () => {
        await file.write(JSON.stringify(all))
        await file.datasync()
      }),
    )
    await file.close()
    await office.stop()
    await rm(dataDir, { recursive: true })
  }
  return { ours, plain }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
