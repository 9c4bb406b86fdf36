import { ErrorWithReasonCode } from 'mqtt'
import type { HubFailure } from '../../shared/transfer/team.ts'

/** Return codes of CONNACK, MQTT 3.1.1 section 3.2.2.3; 3 is a hub that is there and cannot serve now. */
const refusals = new Set([1, 2, 4, 5])
const notACertificateProblem = 'ERR_SSL_WRONG_VERSION_NUMBER'

/** What an agent can do something about, from what the socket or the hub said. */
export function hubFailure(url: string, error: Error): HubFailure {
  const code = 'code' in error ? error.code : undefined
  if (error instanceof ErrorWithReasonCode && refusals.has(error.code)) return { kind: 'hub.refused', url }
  const cause = typeof code === 'string' ? code : error.message
  return isCertificateProblem(cause) ? { kind: 'hub.certificate', url, cause } : { kind: 'hub.unreachable', url, cause }
}

/** The names that OpenSSL and Node give to a certificate they do not take. */
function isCertificateProblem(cause: string): boolean {
  return cause !== notACertificateProblem && /CERT|UNABLE_TO_|ALTNAME|SELF_SIGNED|INVALID_CA|INVALID_PURPOSE/.test(cause)
}
