/** Longest name or number kept from a far end, in UTF-16 units. */
export const farEndTextLimit = 120

export const controlsAndDirectionOverrides = /[\p{Cc}\p{Cs}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu

/**
 * Text that somebody else's phone sent, made safe to show on one line.
 *
 * Control characters and bidirectional overrides would let a caller rewrite what stands beside their name; markup needs
 * no treatment because nothing in the product renders strings as HTML.
 */
export function farEndText(raw: string): string {
  const oneLine = raw
    .slice(0, farEndTextLimit * 8)
    .replace(controlsAndDirectionOverrides, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...oneLine].slice(0, farEndTextLimit).join('')
}
