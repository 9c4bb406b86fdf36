/** What the journal asks of the seal: `purpose` is checked again at unsealing, which answers null when anything was changed. */
export interface Seal {
  seal(text: string, purpose: string): string
  unseal(sealed: string, purpose: string): string | null
  /** Rejects while nothing could be unsealed after a restart. */
  keyKept(): Promise<void>
}
