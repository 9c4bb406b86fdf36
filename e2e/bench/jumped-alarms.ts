import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { armed } from '../../electron/callbacks/alarms-in-test.ts'
import type { HeardRing } from '../faults/alarm-process.ts'
import { bundled } from '../faults/bundled.ts'
import { canSkipFaketime, faketimeEnv } from '../rig/faketime.ts'
import { type Figure, percentile } from './figures.ts'

const hour = 3_600_000
const perMinute = 3

/** Promised calls whose times are slept through, by a clock that is really put an hour forward and then back by two seconds. */
export async function jumpedAlarms(): Promise<readonly Figure[]> {
  if (canSkipFaketime) {
    console.log('No clock is moved: faketime is not installed')
    return []
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'steadyline-jump-'))
  const clock = join(dataDir, 'clock')
  writeFileSync(clock, '+0\n')
  const script = await bundled('alarm-process')
  const office = spawn(process.execPath, [script, JSON.stringify({ dataDir })], {
    env: faketimeEnv(clock),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    await once(office, 'message')
    const times = timesWithin(Date.now() + hour)
    const answered = once(office, 'message')
    office.send({ arm: times.map((at, number) => armed(number, at)) })
    await answered
    const movedAt = Date.now() + hour
    writeFileSync(clock, '+3600\n')
    await pause(4000)
    writeFileSync(clock, '+3598\n')
    await pause(4000)
    return figuresOf(times.length, ringsIn(dataDir), movedAt)
  } finally {
    office.kill('SIGKILL')
    await rm(dataDir, { recursive: true, maxRetries: 5 })
  }
}

/** Each is late by no whole minute when the clock jumps, so that none rings again for being later still. */
function timesWithin(jump: number): readonly number[] {
  return Array.from({ length: 58 * perMinute }, (_, number) => {
    const minutes = 1 + Math.floor(number / perMinute)
    return jump - minutes * 60_000 - 20_000 - Math.floor(Math.random() * 20_000)
  })
}

function figuresOf(armedCount: number, rings: readonly HeardRing[], movedAt: number): readonly Figure[] {
  const rang = new Set(rings.map(({ callbackId }) => callbackId)).size
  const lateness = rings.map(({ now }) => now - movedAt)
  return [
    { key: 'callback.jump.armed', value: armedCount },
    { key: 'callback.jump.rang', value: rang },
    { key: 'callback.jump.twice', value: rings.length - rang, bar: 0 },
    { key: 'callback.jump.early', value: rings.filter(({ now, at }) => now < at).length, bar: 0 },
    { key: 'callback.jump.lost', value: armedCount - rang, bar: 0 },
    ...(lateness.length === 0 ? [] : [{ key: 'callback.jump.lateness.p99_ms', value: percentile(lateness, 0.99), bar: 1000 }]),
  ]
}

function ringsIn(dataDir: string): readonly HeardRing[] {
  const lines = readFileSync(join(dataDir, 'rings.jsonl'), 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line))
}
