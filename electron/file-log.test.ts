import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileLog } from './file-log.ts'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-log-'))
})

afterEach(() => rm(dataDir, { recursive: true }))

describe('the log', () => {
  it('holds one line for each entry, also when a fact from outside has line breaks', async () => {
    const log = fileLog(dataDir)

    log.debug('Refused', { said: 'x\n[2026-01-01] [error] forged' })
    log.debug('Detail')

    const lines = (await readFile(join(dataDir, 'logs', 'main.log'), 'utf8')).trimEnd().split('\n')
    expect(lines.map((entry) => entry.replace(/^\[.*?\] /, ''))).toEqual([
      '[debug] Refused {"said":"x\\n[2026-01-01] [error] forged"}',
      '[debug] Detail',
    ])
  })
  it('goes on in its file when the terminal was closed', async () => {
    const log = fileLog(dataDir)

    for (const terminal of [process.stdout, process.stderr]) terminal.emit('error', new Error('write EPIPE'))
    log.debug('Still here')

    expect(await readFile(join(dataDir, 'logs', 'main.log'), 'utf8')).toContain('Still here')
  })
})
