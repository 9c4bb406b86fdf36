import { safeStorage } from 'electron'
import type { Keychain } from '../../keychain.ts'
import type { Log } from '../../log.ts'

/** The system's own keychain, once the app is ready; on a Linux desktop without a secret service there is none. */
export function systemKeychain(log: Log): Keychain | null {
  if (!safeStorage.isEncryptionAvailable()) {
    log.warn('The system has no keychain: the key to passwords is a file that only this user may read')
    return null
  }
  return {
    wrap: (text) => safeStorage.encryptString(text),
    unwrap: (wrapped) => safeStorage.decryptString(wrapped),
  }
}
