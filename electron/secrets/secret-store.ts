import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import { type SecretName, secretNames } from '../../shared/contract.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { SettingsFailure } from '../../shared/settings/settings.ts'
import { errorCode } from '../error-code.ts'
import type { Log } from '../log.ts'
import type { Seal } from '../seal.ts'
import { setAside } from '../set-aside.ts'

/** Passwords and addresses that open a door; on the disk they are sealed, and no window can read one back. */
export interface SecretStore {
  kept(): readonly SecretName[]
  /** Null when it was never given, or can no longer be unsealed. */
  read(secret: SecretName): string | null
  /** An empty value forgets it. */
  keep(secret: SecretName, value: string): Promise<Result<null, SettingsFailure>>
}

type Secrets = Partial<Record<SecretName, string>>

const file = 'secrets.json'
const sealedSecrets = z.partialRecord(z.enum(secretNames), z.string())

/** Opens `<dataDir>/secrets.json`; one that cannot be read or unsealed is kept aside, and its secrets count as never given. */
export async function openSecretStore(dataDir: string, seal: Seal, log: Log): Promise<SecretStore> {
  let secrets = await stored(dataDir, seal, log)
  let lastWrite: Promise<unknown> = Promise.resolve()

  async function write(secret: SecretName, value: string): Promise<Result<null, SettingsFailure>> {
    const { [secret]: _replaced, ...others } = secrets
    const next: Secrets = value === '' ? others : { ...others, [secret]: value }
    const sealed = secretNames.flatMap((name) => {
      const text = next[name]
      return text === undefined ? [] : [[name, seal.seal(text, name)]]
    })
    try {
      await seal.keyKept()
      await mkdir(dataDir, { recursive: true, mode: 0o700 })
      await writeFileAtomic(join(dataDir, file), `${JSON.stringify(Object.fromEntries(sealed), null, 2)}\n`, { mode: 0o600 })
    } catch (error) {
      log.error('A secret could not be kept', { secret, cause: errorCode(error) })
      return failed({ kind: 'settings.notSaved', cause: errorCode(error) })
    }
    secrets = next
    return success(null)
  }

  return {
    kept: () => secretNames.filter((name) => secrets[name] !== undefined),
    read: (secret) => secrets[secret] ?? null,
    keep: (secret, value) => {
      const written = lastWrite.then(() => write(secret, value))
      lastWrite = written
      return written
    },
  }
}

async function stored(dataDir: string, seal: Seal, log: Log): Promise<Secrets> {
  try {
    const sealed = sealedSecrets.parse(JSON.parse(await readFile(join(dataDir, file), 'utf8')))
    return Object.fromEntries(Object.entries(sealed).map(([name, text]) => [name, unsealed(seal, text, name)]))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {}
    const keptAs = await setAside(dataDir, file)
    log.warn('The secrets could not be read; they must be given again', { keptAs, cause: errorCode(error) })
    return {}
  }
}

function unsealed(seal: Seal, text: string, name: string): string {
  const value = seal.unseal(text, name)
  if (value === null) throw new Error('sealed with another key, or changed')
  return value
}
