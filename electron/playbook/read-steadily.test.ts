import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSteadily } from './read-steadily.ts'

let dir: string
let path: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'steadyline-steady-'))
  path = join(dir, 'ours.yaml')
  await writeFile(path, 'one ')
})

afterEach(() => rm(dir, { recursive: true }))

it('a playbook saved while it is read is read again, whole', async () => {
  let reads = 0
  const bytes = await readSteadily(path, 1000, async () => {
    const read = await readFile(path)
    reads += 1
    if (reads < 3) await appendFile(path, 'more ')
    return read
  })

  expect([bytes, reads]).toEqual([{ ok: true, value: Buffer.from('one more more ') }, 3])
})

it('a playbook that never holds still is given up for now', async () => {
  const bytes = await readSteadily(path, 1000, async () => {
    await appendFile(path, 'more ')
    return readFile(path)
  })

  expect(bytes).toEqual({ ok: false, failure: { code: 'file.notRead', facts: { cause: 'EBUSY' } } })
})

it('a file beyond the limit is not even opened', async () => {
  const bytes = await readSteadily(path, 3, () => Promise.reject(new Error('opened')))

  expect(bytes).toEqual({ ok: false, failure: { code: 'text.tooBig', facts: { most: 3 } } })
})
