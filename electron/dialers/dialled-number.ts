import { withoutSeparators } from '../../shared/dialers/written-number.ts'

const diallable = /^\+?[0-9*#]{1,40}$/
const name = /^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,63}$/

/**
 * A number as people write it, without what only helps the eye, or the name of an extension; null when it is neither.
 *
 * Nothing that comes out holds a space, a line break or a character that means something to a phone's command line.
 */
export function dialledNumber(text: string): string | null {
  const written = text.trim().replace(/^tel:/i, '')
  const number = withoutSeparators(written)
  if (diallable.test(number)) return number
  return name.test(written) ? written : null
}
