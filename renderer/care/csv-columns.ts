/** What a row of a table says about a call and its note, in the order an export has them. */
export const csvParts = [
  'id',
  'startedAt',
  'name',
  'number',
  'direction',
  'seconds',
  'disposition',
  'text',
  'agreed',
  'hardness',
  'followUp',
  'tags',
  'learning',
] as const
export type CsvPart = (typeof csvParts)[number]

/** Which cell of a row says what; null where none does. */
export type CsvColumns = Readonly<Record<CsvPart, number | null>>

/** What other programs call these columns; the first that fits is taken. */
const headings: Readonly<Record<CsvPart, readonly RegExp[]>> = {
  id: [/^(id|call id|call)$/],
  startedAt: [/^(started ?at|date|time|when|start|datetime|created|kuupaev|datum|fecha|дата)/, /\b(date|time|start)\b/],
  name: [/^(name|caller|customer|contact|client|nimi|имя)$/, /\bname\b/],
  number: [/^(number|phone|telephone|tel|from|telefon)$/, /\b(phone|number|mobile)\b/],
  direction: [/^(direction|type)$/],
  seconds: [/^(seconds|talk seconds|duration|length|talk time)/],
  disposition: [/^(disposition|outcome|result|status)$/],
  text: [/^(note|notes|text|comment|comments|description|markus)$/, /\b(note|comment|summary)/],
  agreed: [/^(agreed|agreement)/],
  hardness: [/^(hardness|difficulty|hard)/],
  followUp: [/^follow.?up/],
  tags: [/^(tags?|labels?|categor)/],
  learning: [/^(learning|lesson)/],
}

/** The columns as the first row names them; null when it names no time and so is no heading. */
export function guessCsvColumns(first: readonly string[]): CsvColumns | null {
  const names = first.map((cell) => cell.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim())
  const taken = new Set<number>()
  const find = (part: CsvPart): number | null => {
    for (const heading of headings[part]) {
      const found = names.findIndex((name, index) => heading.test(name) && !taken.has(index))
      if (found === -1) continue
      taken.add(found)
      return found
    }
    return null
  }
  const columns = Object.fromEntries(csvParts.map((part) => [part, find(part)])) as CsvColumns
  return columns.startedAt === null ? null : columns
}

export const noColumns = Object.fromEntries(csvParts.map((part) => [part, null])) as CsvColumns
