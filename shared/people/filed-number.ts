import { withoutSeparators } from '../dialers/written-number.ts'

/** The library of numbering plans, which is handed in: here nothing is loaded. */
export type ParseNumber<Country> = (text: string, home?: Country) => ParsedNumber | undefined

interface ParsedNumber {
  readonly number: string
  readonly ext?: string | undefined
  isPossible(): boolean
  isValid(): boolean
}

/** A number with fewer digits and no country is one of the house's own. */
const shortestPublic = 7

const nobody = /^(anonymous|unknown|withheld|private|restricted|unavailable|blocked|no ?caller ?id|undefined|null|-)$/i

/**
 * What a number is filed under however it was written; null where it does not tell who it is.
 *
 * E.164 where it belongs to a public plan, with `;ext=` where an extension was dialled; an internal number without what only
 * helps the eye; a `sip:` address with its host in small letters. `home` is the country of numbers written without one.
 */
export function filedNumber<Country>(parse: ParseNumber<Country>, written: string, home: Country | null): string | null {
  const text = written.trim().replace(/^tel:/i, '')
  if (text === '' || nobody.test(text)) return null
  const address = /^sips?:(?:([^@;?]*)@)?([^;?]+)/i.exec(text)
  if (address) return filedAddress(parse, address[1] ?? '', (address[2] ?? '').toLowerCase(), home)
  return publicNumber(parse, text, home) ?? withoutSeparators(text).toLowerCase()
}

function filedAddress<Country>(parse: ParseNumber<Country>, user: string, host: string, home: Country | null): string | null {
  if (nobody.test(user) || host === 'anonymous.invalid') return null
  const isNumber = /^\+?[\d().-]+$/.test(user)
  return (isNumber ? publicNumber(parse, user, home) : null) ?? (user === '' ? `sip:${host}` : `sip:${user}@${host}`)
}

function publicNumber<Country>(parse: ParseNumber<Country>, text: string, home: Country | null): string | null {
  const bare = withoutSeparators(text)
  const isAbroad = /^(\+|00)/.test(bare)
  if (!isAbroad && bare.replace(/\D/g, '').length < shortestPublic) return null
  if (/^[*#]/.test(bare)) return null
  const country = home ?? undefined
  const writings = [
    text,
    ...(bare.startsWith('00') ? [`+${bare.slice(2)}`] : []),
    ...(/^0[^0]/.test(bare) ? [bare.slice(1)] : []),
  ]
  const parsed = writings.map((writing) => parse(writing, country))
  const found =
    parsed.find((number) => number?.isValid()) ?? (isAbroad ? parsed.find((number) => number?.isPossible()) : undefined)
  return found ? `${found.number}${found.ext ? `;ext=${found.ext}` : ''}` : null
}
