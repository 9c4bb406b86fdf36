const separators = /[\s().\-/\u00a0\u2007-\u2011\u202f]/gu

/** A number as people write it, without what only helps the eye. */
export function withoutSeparators(text: string): string {
  return text.replace(separators, '')
}
