import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import { errorCode } from './error-code.ts'
import type { Keychain } from './keychain.ts'
import type { Log } from './log.ts'
import { setAside } from './set-aside.ts'
import { syncFolder } from './sync-folder.ts'

const file = 'seal-key.json'
const keyLength = 32
const base64 = z.base64().min(1)
const storedKey = z.union([z.strictObject({ wrapped: base64 }), z.strictObject({ plain: base64 })])

export interface SealKey {
  readonly key: Buffer
  /** Resolves when it would survive that the power goes; one that could not be kept before is tried again. */
  kept(): Promise<void>
}

/** The key in `<dataDir>/seal-key.json`, made at the first start; a plain one is wrapped as soon as there is a keychain. */
export async function openSealKey(dataDir: string, keychain: Keychain | null, log: Log): Promise<SealKey> {
  const stored = await readKey(dataDir, keychain, log)
  const key = stored?.key ?? randomBytes(keyLength)
  const isKeptWell = stored !== null && (stored.isWrapped || keychain === null)
  let isKept = stored !== null

  async function keep(): Promise<void> {
    await writeKey(dataDir, key, keychain)
    isKept = true
  }

  if (!isKeptWell)
    await keep().catch((error: unknown) => log.error('The seal key could not be kept', { cause: errorCode(error) }))
  return { key, kept: () => (isKept ? Promise.resolve() : keep()) }
}

async function readKey(
  dataDir: string,
  keychain: Keychain | null,
  log: Log,
): Promise<{ readonly key: Buffer; readonly isWrapped: boolean } | null> {
  try {
    const stored = storedKey.parse(JSON.parse(await readFile(join(dataDir, file), 'utf8')))
    const isWrapped = 'wrapped' in stored
    const text = isWrapped ? unwrapped(stored.wrapped, keychain) : stored.plain
    const key = Buffer.from(text, 'base64')
    if (key.length !== keyLength) throw new RangeError('not the length of a key')
    return { key, isWrapped }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    const keptAs = await setAside(dataDir, file)
    log.warn('The key to passwords cannot be read; they must be given again', { keptAs, cause: errorCode(error) })
    return null
  }
}

function unwrapped(wrapped: string, keychain: Keychain | null): string {
  if (keychain === null) throw new Error('the keychain that wrapped it is not there')
  return keychain.unwrap(Buffer.from(wrapped, 'base64'))
}

async function writeKey(dataDir: string, key: Buffer, keychain: Keychain | null): Promise<void> {
  const plain = key.toString('base64')
  const stored = keychain === null ? { plain } : { wrapped: keychain.wrap(plain).toString('base64') }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFileAtomic(join(dataDir, file), `${JSON.stringify(stored)}\n`, { mode: 0o600 })
  await syncFolder(dataDir)
}
