import { withoutSeparators } from './written-number.ts'

const written = /^(?:tel:)?([^;a-z]*?)(?:\s*(?:;\s*ext\s*=|ext\.?|x)\s*(\d{1,10}))?$/i
const subscriber = /^\+?\d{1,40}$/

/**
 * The `tel:` address (RFC 3966) of a number as people write it, or null when it is none.
 *
 * Digits and a leading plus, with an extension or without: `*` and `#` are orders to a phone, such as forwarding all calls,
 * and nobody's number begins with them.
 */
export function telUri(text: string): string | null {
  const [, number = '', extension] = written.exec(text.trim()) ?? []
  const digits = withoutSeparators(number)
  if (!subscriber.test(digits)) return null
  return extension === undefined ? `tel:${digits}` : `tel:${digits};ext=${extension}`
}
