/** What was typed as an amount, with a comma or a point before the cents; null when it is none. */
export function amountFrom(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^\d{1,9}(\.\d{0,2})?$/.test(plain) ? Number(plain) : null
}
