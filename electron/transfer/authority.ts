import { X509Certificate } from 'node:crypto'
import { authorityTextProblem, certificatesIn } from '../../shared/transfer/authority-text.ts'
import type { AuthorityProblem } from '../../shared/transfer/team.ts'

/** Why no hub could be trusted by this text of PEM; null when one can, or when it is empty. */
export function authorityProblem(text: string): AuthorityProblem | null {
  const wrong = authorityTextProblem(text)
  if (wrong !== null) return wrong
  const problems = certificatesIn(text).map(certificateProblem)
  return problems.includes(null) ? null : (problems[0] ?? null)
}

/** For a TLS connection: the authorities that are given stand in place of the public ones. */
export function trusting({ authority }: { readonly authority: string }): { readonly ca?: string } {
  return authority === '' ? {} : { ca: authority }
}

function certificateProblem(pem: string): AuthorityProblem | null {
  const certificate = parsed(pem)
  if (certificate === null) return 'notPem'
  if (Date.parse(certificate.validTo) < Date.now()) return 'expired'
  return certificate.ca || isItsOwn(certificate) ? null : 'notAnAuthority'
}

function isItsOwn(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey)
}

function parsed(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}
