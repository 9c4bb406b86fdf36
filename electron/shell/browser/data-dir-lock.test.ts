import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDataDir } from './data-dir-lock.ts'

let parent: string
let dataDir: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'steadyline-lock-'))
  dataDir = join(parent, 'steadyline', 'browser')
})

afterEach(() => rm(parent, { recursive: true }))

describe('the data folder', () => {
  it('belongs to one companion until that one lets go', async () => {
    const first = await lockDataDir(dataDir)
    const second = await lockDataDir(dataDir)
    if (first.ok) await first.value.release()
    const third = await lockDataDir(dataDir)
    if (third.ok) await third.value.release()

    expect({ first: first.ok, second, third: third.ok }).toEqual({
      first: true,
      second: { ok: false, failure: { kind: 'data.inUse', dataDir } },
      third: true,
    })
  })

  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    const lock = await lockDataDir(dataDir)
    if (lock.ok) await lock.value.release()

    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  })

  it.skipIf(process.platform === 'win32')('is taken over from a companion that was killed', async () => {
    const made = await lockDataDir(dataDir)
    if (made.ok) await made.value.release()
    const script = `require('node:net').createServer().listen(${JSON.stringify(join(dataDir, 'lock'))}, () => console.log('held'))`
    const other = spawn(process.execPath, ['-e', script])
    await once(other.stdout, 'data')
    const whileHeld = await lockDataDir(dataDir)
    other.kill('SIGKILL')
    await once(other, 'exit')

    const afterwards = await lockDataDir(dataDir)
    if (afterwards.ok) await afterwards.value.release()

    expect([whileHeld.ok, afterwards.ok]).toEqual([false, true])
  })
})
