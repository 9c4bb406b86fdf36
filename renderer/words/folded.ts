/** Letters that Unicode does not take apart, as they are typed on a keyboard without them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
  '\u00ad': '',
}

const scriptsWithAccents = ['Zinh', 'Latn', 'Grek', 'Cyrl', 'Arab', 'Hebr'].map((script) => `\\p{sc=${script}}`).join('')

/** Marks that an agent may leave out; elsewhere, as in Thai, Hindi or Japanese, another mark makes another word. */
const accents = new RegExp(`[[\\p{M}&&[${scriptsWithAccents}]]--[\\u3099\\u309A]]`, 'gv')

const unlike = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu')

/** Case, accents and forms of a letter apart, so that "Põld" is found by "pold" and "Straße" by "strasse". */
export function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(unlike, (letter) => plainLetters[letter] ?? letter)
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false
  return true
}
