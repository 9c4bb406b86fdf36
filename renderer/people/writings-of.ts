import type { Person } from '../../shared/people/person.ts'
import type { NumberOf } from './file-numbers.ts'

/** The ways one of somebody's numbers has been written; told by its digits where the home country was another when it was filed. */
export function writingsOf(
  { numbers, written }: Pick<Person, 'numbers' | 'written'>,
  number: string,
  numberOf: NumberOf,
): readonly string[] {
  return written.filter((writing) => ownerOf(writing, numbers, numberOf) === number)
}

function ownerOf(writing: string, numbers: readonly string[], numberOf: NumberOf): string | undefined {
  const filed = numberOf(writing)
  if (filed !== null && numbers.includes(filed)) return filed
  const digits = digitsOf(writing)
  const byDigits = numbers.find((number) => digits !== '' && digitsOf(number).endsWith(digits))
  return byDigits ?? numbers[0]
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '').replace(/^0+/, '')
}
