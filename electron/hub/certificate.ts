import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { failed, type Result, success } from '../../shared/result.ts'
import type { HostingFailure } from '../../shared/transfer/team.ts'
import { causeOf } from './trouble.ts'

/** Paths of PEM files. */
export interface CertificateFiles {
  readonly certificate: string
  readonly key: string
}

export interface HubCertificate {
  readonly cert: Buffer
  readonly key: Buffer
  /** Host names and addresses it stands for; wildcards left out. */
  readonly names: readonly string[]
}

/** Reads a certificate and its key, and makes sure that they belong together and hold at this moment. */
export async function readCertificate(files: CertificateFiles): Promise<Result<HubCertificate, HostingFailure>> {
  try {
    const [cert, key] = await Promise.all([readFile(files.certificate), readFile(files.key)])
    createSecureContext({ cert, key, minVersion: 'TLSv1.2' })
    const { validFrom, validTo, subjectAltName } = new X509Certificate(cert)
    if (Date.parse(validTo) < Date.now()) return refused(`it expired on ${validTo}`)
    if (Date.parse(validFrom) > Date.now()) return refused(`it holds from ${validFrom}`)
    return success({ cert, key, names: namesIn(subjectAltName) })
  } catch (error) {
    return refused(causeOf(error))
  }
}

function refused(cause: string): Result<never, HostingFailure> {
  return failed({ kind: 'hosting.certificate', cause })
}

function namesIn(subjectAltName: string | undefined): readonly string[] {
  const entries = (subjectAltName ?? '').split(', ').map((entry) => /^(?:DNS|IP Address):([^*]+)$/.exec(entry)?.[1])
  return entries.filter((name) => name !== undefined)
}
