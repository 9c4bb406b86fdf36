/** Case and accents apart, so that "Põld" is found by "pold". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
