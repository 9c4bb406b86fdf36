import type { parsePhoneNumberFromString } from 'libphonenumber-js/min'

type Parse = typeof parsePhoneNumberFromString

/** Whether two writings of a number reach the same phone: one with its country lends it to one without. */
export function isSameNumber(parse: Parse, one: string, other: string): boolean {
  if (one === '' || other === '') return false
  if (one === other) return true
  const country = parse(one)?.country ?? parse(other)?.country
  const [first, second] = [one, other].map((number) => (country ? parse(number, country) : parse(number)))
  if (first?.isPossible() && second?.isPossible()) return first.number === second.number && first.ext === second.ext
  const digits = (number: string) => number.replace(/\D/g, '')
  return digits(one) !== '' && digits(one) === digits(other)
}
