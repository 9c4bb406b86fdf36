export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'good'

/** Shorter ones are refused. */
const leastPassphrase = 8

/** By length and variety alone: enough to warn, not to promise. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  if (passphrase.length < leastPassphrase) return 'short'
  const variety = new Set(passphrase.toLowerCase()).size
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((word) => word.length > 2),
  ).size
  const score = passphrase.length + words * 2
  if (variety < 6 || score < 16) return 'weak'
  return score < 26 ? 'fair' : 'good'
}
