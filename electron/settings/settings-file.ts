import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { failed, type Result, success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import { type Settings, type SettingsChange, type SettingsFailure, settings } from '../../shared/settings/settings.ts'
import { errorCode } from '../error-code.ts'
import type { Log } from '../log.ts'
import { setAside } from '../set-aside.ts'

export interface SettingsFile {
  current(): Settings
  /** Succeeds when the change is on disk; changes made at the same time are written one after another. */
  change(change: SettingsChange): Promise<Result<Settings, SettingsFailure>>
}

/** Opens `<dataDir>/settings.json`; a file that cannot be understood is kept aside and the defaults are used. */
export async function openSettingsFile(dataDir: string, log: Log): Promise<SettingsFile> {
  const path = join(dataDir, 'settings.json')
  let current = await stored(dataDir, path, log)
  let lastWrite: Promise<unknown> = Promise.resolve()

  async function write(change: SettingsChange): Promise<Result<Settings, SettingsFailure>> {
    const given = Object.fromEntries(Object.entries(change).filter(([, part]) => part !== undefined))
    const next = settings.parse({ ...current, ...given })
    try {
      await mkdir(dataDir, { recursive: true, mode: 0o700 })
      await writeFileAtomic(path, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 })
    } catch (error) {
      log.error('The settings could not be saved', { error })
      return failed({ kind: 'settings.notSaved', cause: errorCode(error) })
    }
    current = next
    return success(next)
  }

  return {
    current: () => current,
    change: (change) => {
      const written = lastWrite.then(() => write(change))
      lastWrite = written
      return written
    },
  }
}

async function stored(dataDir: string, path: string, log: Log): Promise<Settings> {
  try {
    return settings.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return defaultSettings
    const keptAs = await setAside(dataDir, 'settings.json')
    log.warn('The settings could not be read; the defaults are used', { keptAs, cause: errorCode(error) })
    return defaultSettings
  }
}
