import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keychain } from './keychain.ts'
import type { Log } from './log.ts'
import { openSealKey } from './seal-key.ts'

/** Makes texts unreadable to whoever copies the files but not the key, and shows when they were changed. */
export interface Seal {
  /** `purpose` is checked again at unsealing, so that one sealed text cannot stand in for another. */
  seal(text: string, purpose: string): string
  /** Null when it was sealed with another key, for another purpose, or changed since. */
  unseal(sealed: string, purpose: string): string | null
  /** Resolves when the key would survive that the power goes; what is sealed before that may never be unsealed again. */
  keyKept(): Promise<void>
}

const cipher = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

/** Seals under a key of this installation, which the keychain guards where there is one. */
export async function openSeal(dataDir: string, keychain: Keychain | null, log: Log): Promise<Seal> {
  const { key, kept } = await openSealKey(dataDir, keychain, log)
  return {
    seal(text, purpose) {
      const iv = randomBytes(ivLength)
      const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
      return Buffer.concat([iv, sealing.getAuthTag(), body]).toString('base64')
    },
    unseal(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < ivLength + tagLength) return null
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivLength), { authTagLength: tagLength })
      opening.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
      try {
        return Buffer.concat([opening.update(bytes.subarray(ivLength + tagLength)), opening.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    keyKept: kept,
  }
}
