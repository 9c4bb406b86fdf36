const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ğ',
  h: 'ĥ',
  i: 'í',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ť',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  G: 'Ğ',
  I: 'Î',
  L: 'Ļ',
  N: 'Ñ',
  O: 'Ö',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ť',
  U: 'Û',
  W: 'Ŵ',
  Y: 'Ý',
}

type Words = { readonly [key: string]: string | Words }

/** The catalogue as a translator's worst case: accented, 40 % longer, bracketed so that a cut is seen; placeholders stay whole. */
export function pseudoLocale(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : pseudoLocale(value)]),
  )
}

function pseudo(text: string): string {
  const parts = text.split(/(\{\{.*?\}\})/)
  const letters = parts.filter((part) => !part.startsWith('{{')).join('').length
  const dressed = parts.map((part) => (part.startsWith('{{') ? part : accentedText(part))).join('')
  return `[${dressed}${longer(Math.ceil(letters * 0.4))}]`
}

function accentedText(text: string): string {
  return [...text].map((letter) => accented[letter] ?? letter).join('')
}

/** Padding in short words, as a longer language has them, so that lines may break. */
function longer(letters: number): string {
  return ' ēxţřâ'.repeat(Math.ceil(letters / 6)).slice(0, letters)
}
