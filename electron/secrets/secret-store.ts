import type { SecretName } from '../../shared/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { SettingsFailure } from '../../shared/settings/settings.ts'

/** Passwords and addresses that open a door; on the disk they are sealed, and no window can read one back. */
export interface SecretStore {
  kept(): readonly SecretName[]
  /** Null when it was never given, or can no longer be unsealed. */
  read(secret: SecretName): string | null
  /** An empty value forgets it. */
  keep(secret: SecretName, value: string): Promise<Result<null, SettingsFailure>>
}

export async function openSecretStore(_dataDir: string): Promise<SecretStore> {
  return { kept: () => [], read: () => null, keep: async () => ({ ok: true, value: null }) }
}
