import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { errorCode } from '../error-code.ts'
import type { Log } from '../log.ts'

/** What tells two machines of one person apart at the hub; made once, and kept in `<dataDir>/install-id`. */
export async function installId(dataDir: string, log: Log): Promise<string> {
  const path = join(dataDir, 'install-id')
  const kept = await readFile(path, 'utf8').catch(() => '')
  if (/^[0-9a-f]{16}$/.test(kept.trim())) return kept.trim()
  const made = randomBytes(8).toString('hex')
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await writeFileAtomic(path, `${made}\n`, { mode: 0o600 })
  } catch (error) {
    log.warn('The id of this installation could not be kept: what waits at the hub comes again', { cause: errorCode(error) })
  }
  return made
}
