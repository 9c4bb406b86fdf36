const block = /-----BEGIN ([A-Z0-9 ]+)-----[A-Za-z0-9+/=\s]+-----END \1-----/g

/** Longest text of a hub's own authority, in UTF-16 units: some dozens of certificates. */
export const authorityLimit = 50_000

/** The certificates in a text of PEM. */
export function certificatesIn(text: string): readonly string[] {
  return [...text.matchAll(block)].filter(([, kind]) => kind === 'CERTIFICATE').map(([pem]) => pem)
}

/** What somebody gave who has the wrong file, before anybody looks into a certificate. */
export function authorityTextProblem(text: string): 'key' | 'notPem' | null {
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text)) return 'key'
  return text.trim() === '' || certificatesIn(text).length > 0 ? null : 'notPem'
}
