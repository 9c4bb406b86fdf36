import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { SettingsFailure } from '../../../shared/settings/settings.ts'

/** The secret that a pushing dialer must show; only its SHA-256 is kept. */
export interface PushToken {
  exists(): boolean
  matches(shown: string): boolean
  /** Makes another one, and says it this once; the old one stops working. */
  renew(): Promise<Result<{ token: string }, SettingsFailure>>
}

const tokenFile = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** `<dataDir>/push-token.json`; a file that cannot be read is as good as none, and no token matches. */
export async function openPushToken(dataDir: string): Promise<PushToken> {
  const path = join(dataDir, 'push-token.json')
  let kept: Buffer | null = await keptHash(path)
  return {
    exists: () => kept !== null,
    matches: (shown) => kept !== null && timingSafeEqual(hashOf(shown), kept),
    async renew() {
      const token = randomBytes(24).toString('base64url')
      const hash = hashOf(token)
      try {
        await writeFileAtomic(path, `${JSON.stringify({ sha256: hash.toString('hex') })}\n`, { mode: 0o600 })
      } catch (error) {
        return failed({ kind: 'settings.notSaved', cause: error instanceof Error ? error.message : String(error) })
      }
      kept = hash
      return success({ token })
    },
  }
}

async function keptHash(path: string): Promise<Buffer | null> {
  try {
    const { sha256 } = tokenFile.parse(JSON.parse(await readFile(path, 'utf8')))
    return Buffer.from(sha256, 'hex')
  } catch {
    return null
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
