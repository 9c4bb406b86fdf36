/** What the journal asks of the seal: `purpose` is checked again at unsealing, which answers null when anything was changed. */
export interface Seal {
  seal(text: string, purpose: string): string
  unseal(sealed: string, purpose: string): string | null
}
