import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { Log } from '../log.ts'
import { openSettingsFile } from './settings-file.ts'

let dataDir: string
let warnings: unknown[]

const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message, facts) => void warnings.push([message, facts]),
  error: () => undefined,
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-settings-'))
  warnings = []
})

afterEach(() => rm(dataDir, { recursive: true }))

describe('the settings of an agent', () => {
  it('are the defaults before anything was changed, without a warning', async () => {
    const file = await openSettingsFile(dataDir, log)

    expect({ current: file.current(), warnings }).toEqual({ current: defaultSettings, warnings: [] })
  })

  it('are back after a restart', async () => {
    const changed = { ...defaultSettings, theme: 'dark', baresip: { enabled: true, host: '127.0.0.1', port: 5555 } } as const
    const file = await openSettingsFile(dataDir, log)

    const answer = await file.change({ theme: 'dark', baresip: changed.baresip })

    const reopened = await openSettingsFile(dataDir, log)
    expect({ answer, now: file.current(), reopened: reopened.current() }).toEqual({
      answer: { ok: true, value: changed },
      now: changed,
      reopened: changed,
    })
  })

  it('keep every one of many changes made at once', async () => {
    const file = await openSettingsFile(dataDir, log)

    await Promise.all([file.change({ theme: 'dark' }), file.change({ alwaysOnTop: true }), file.change({ singleKeys: false })])

    const reopened = await openSettingsFile(dataDir, log)
    expect(reopened.current()).toEqual({ ...defaultSettings, theme: 'dark', alwaysOnTop: true, singleKeys: false })
  })

  it('keep a part that a change leaves undefined', async () => {
    const file = await openSettingsFile(dataDir, log)
    await file.change({ theme: 'dark' })

    expect(await file.change({ theme: undefined, alwaysOnTop: true })).toEqual({
      ok: true,
      value: { ...defaultSettings, theme: 'dark', alwaysOnTop: true },
    })
  })

  it.each([
    ['cut short', '{"theme":"da', 'SyntaxError'],
    ['of another shape', '{"theme":7}', 'ZodError'],
    ['not an object', '[]', 'ZodError'],
  ])('are the defaults when the file is %s, and the file is kept aside', async (_what, content, cause) => {
    await writeFile(join(dataDir, 'settings.json'), content)
    await writeFile(join(dataDir, 'settings.broken-1.json'), 'an earlier one')

    const file = await openSettingsFile(dataDir, log)

    expect({
      current: file.current(),
      names: (await readdir(dataDir)).sort(),
      kept: await readFile(join(dataDir, 'settings.broken-2.json'), 'utf8'),
      warnings,
    }).toEqual({
      current: defaultSettings,
      names: ['settings.broken-1.json', 'settings.broken-2.json'],
      kept: content,
      warnings: [['The settings could not be read; the defaults are used', { keptAs: 'settings.broken-2.json', cause }]],
    })
  })

  it('stay as they were when a change cannot be written, and the next change still can', async () => {
    const file = await openSettingsFile(dataDir, log)
    await mkdir(join(dataDir, 'settings.json'))

    const refused = await file.change({ theme: 'dark' })
    const afterRefusal = file.current()
    await rm(join(dataDir, 'settings.json'), { recursive: true })
    const accepted = await file.change({ alwaysOnTop: true })

    expect({ refused, afterRefusal, accepted }).toEqual({
      refused: { ok: false, failure: { kind: 'settings.notSaved', cause: 'EISDIR' } },
      afterRefusal: defaultSettings,
      accepted: { ok: true, value: { ...defaultSettings, alwaysOnTop: true } },
    })
  })
})
