/** What was typed as an amount, however thousands and cents are written; null when it is none. */
export function amountFrom(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[.,](?=\d{3}(?!\d))/g, '')
  return /^\d{1,9}([.,]\d{0,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}
