import { failed, type Result, success } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { BriefContent } from '../../shared/transfer/brief.ts'
import type { BriefFailure } from '../../shared/transfer/team.ts'
import { errorCode } from '../error-code.ts'
import { chatMessage } from './chat-message.ts'

const timeoutMs = 10_000
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Posts a brief to a chat's incoming webhook.
 *
 * Whoever has the address can post, so it is a secret: it stands in no failure and in no log.
 */
export async function postToChat(
  address: string,
  kind: Settings['webhook']['kind'],
  content: BriefContent,
): Promise<Result<null, BriefFailure>> {
  const url = safeUrl(address)
  if (url === null) return refused(null, 'notHttps')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(chatMessage(kind, content)),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await answer.body?.cancel()
    return answer.ok ? success(null) : refused(answer.status, `HTTP ${answer.status}`)
  } catch (error) {
    return refused(null, error instanceof Error && error.cause ? errorCode(error.cause) : errorCode(error))
  }
}

/** What leaves this machine is encrypted on the way. */
function safeUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)) ? url : null
}

function refused(status: number | null, cause: string): Result<null, BriefFailure> {
  return failed({ kind: 'brief.webhookRefused', status, cause })
}
