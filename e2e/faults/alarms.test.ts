import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { armed, uuid } from '../../electron/callbacks/alarms-in-test.ts'
import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { canSkipFaketime, faketimeEnv } from '../rig/faketime.ts'
import type { AlarmOrder, AlarmWord, HeardRing } from './alarm-process.ts'
import { bundled } from './bundled.ts'

const soon = { timeout: 20_000, interval: 20 }

let script: string
let dataDir: string
let clockFile: string
let office: ChildProcess

beforeAll(async () => {
  script = await bundled('alarm-process')
  if (canSkipFaketime) console.log('No clock is really moved: faketime is not installed')
}, 60_000)

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'steadyline-alarm-process-'))
  clockFile = join(dataDir, 'clock')
})

afterEach(async () => {
  await kill()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

describe('promised calls', { timeout: 60_000 }, () => {
  it('ring never twice and are never lost although the companion is killed while they ring', async () => {
    await start()
    const begin = Date.now() + 500
    const calls = Array.from({ length: 60 }, (_, number) => armed(number, begin + 50 * number))
    await arm(calls)
    for (let death = 1; death <= 5; death += 1) {
      await vi.waitFor(() => expect(rings().length).toBeGreaterThanOrEqual(8 * death), soon)
      await kill()
      await start()
    }
    const due = await vi.waitFor(async () => {
      const all = (await ask({ ask: 'ringing' })) as Extract<AlarmWord, { ringing: unknown }>
      expect(all.ringing).toHaveLength(calls.length)
      return all.ringing
    }, soon)

    const heard = rings()
    expect(due.map(({ stage }) => stage)).toEqual(calls.map(() => 'due'))
    expect(new Set(heard.map(({ callbackId }) => callbackId)).size).toBe(heard.length)
    expect(heard.filter(({ now, at }) => now < at)).toEqual([])
    expect(heard.some(({ whileAway }) => whileAway)).toBe(true)
  })

  it('are kept as soon as it is answered that they are armed', async () => {
    await start()
    const at = Date.now() + 1500
    await arm([armed(1, at)])
    await kill()
    await start()
    await vi.waitFor(() => expect(rings().map(({ callbackId }) => callbackId)).toEqual([uuid(1)]), soon)
  })
})

describe.skipIf(canSkipFaketime)('promised calls under a clock that is really moved', { timeout: 60_000 }, () => {
  it('ring once after an hour that was slept through', async () => {
    writeFileSync(clockFile, '+0\n')
    await start(faketimeEnv(clockFile))
    await arm([armed(1, Date.now() + 3_590_000), armed(2, Date.now() + 2 * 3_600_000)])
    writeFileSync(clockFile, '+3600\n')
    await vi.waitFor(() => expect(rings()).toHaveLength(1), soon)
    await passed(2500)
    expect(rings().map(({ callbackId, stage }) => [callbackId, stage])).toEqual([[uuid(1), 'due']])
  })

  it('ring neither early nor again when the clock is put back by two seconds', async () => {
    writeFileSync(clockFile, '+0\n')
    await start(faketimeEnv(clockFile))
    await arm([armed(1, (await now()) + 1000)])
    writeFileSync(clockFile, '-2\n')
    await passed(1500)
    expect(rings()).toEqual([])
    await vi.waitFor(() => expect(rings()).toHaveLength(1), soon)
    writeFileSync(clockFile, '-4\n')
    await passed(3500)
    expect(rings().map(({ stage, now, at }) => [stage, now >= at])).toEqual([['due', true]])
  })
})

async function start(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  office = spawn(process.execPath, [script, JSON.stringify({ dataDir })], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await once(office, 'message')
}

async function kill(): Promise<void> {
  if (office.exitCode !== null || office.signalCode !== null) return
  const exit = once(office, 'exit')
  office.kill('SIGKILL')
  await exit
}

async function ask(order: AlarmOrder): Promise<AlarmWord> {
  const answered = once(office, 'message')
  office.send(order)
  const [word] = (await answered) as [AlarmWord]
  return word
}

async function arm(callbacks: readonly ArmedCallback[]): Promise<void> {
  expect(await ask({ arm: callbacks })).toEqual({ armed: true })
}

/** By the clock of the process. */
async function now(): Promise<number> {
  const word = await ask({ ask: 'now' })
  return 'now' in word ? word.now : Number.NaN
}

function rings(): readonly HeardRing[] {
  const file = join(dataDir, 'rings.jsonl')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

/** Time in which nothing may ring. */
async function passed(ms: number): Promise<void> {
  const until = performance.now() + ms
  await vi.waitFor(() => expect(performance.now()).toBeGreaterThanOrEqual(until), { timeout: ms + 1000, interval: 50 })
}
