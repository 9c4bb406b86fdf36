/** Digits are what masking looks at first, and a pattern of two signs would take half of every text. */
export function isMaskPattern(pattern: string): boolean {
  return pattern.includes('#') && (pattern.match(/[#@]/g) ?? []).length >= 3
}

export const maxMaskPatterns = 20
