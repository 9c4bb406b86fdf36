import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../../log.ts'
import { openWindowPlaces } from './window-places.ts'

const place = { display: '42', x: 10, y: 0, width: 400, height: 860 }

let dataDir: string
let warnings: string[]

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message) => void warnings.push(message),
  error: () => undefined,
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-places-'))
  warnings = []
})

afterEach(() => rm(dataDir, { recursive: true, force: true }))

describe('the places of the window', () => {
  it('are known after a restart', () => {
    openWindowPlaces(dataDir, log).keep([place])

    expect(openWindowPlaces(dataDir, log).known()).toEqual([place])
  })

  it.each(['', '{"x":', '{}', '[{"display":"42","x":"left"}]', '[{"display":"42","x":1e99,"y":0,"width":1,"height":1}]'])(
    'are none when the file says %j',
    async (content) => {
      await writeFile(join(dataDir, 'window-places.json'), content)

      expect(openWindowPlaces(dataDir, log).known()).toEqual([])
    },
  )

  it('are kept until the end of the run when they cannot be written', async () => {
    await rm(dataDir, { recursive: true })
    const places = openWindowPlaces(dataDir, log)

    places.keep([place])

    expect({ known: places.known(), warnings }).toEqual({
      known: [place],
      warnings: ['The place of the window could not be kept'],
    })
  })
})
