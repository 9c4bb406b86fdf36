import { folded } from '../words/folded.ts'
import { type Columns, type PeopleRow, personParts } from './people-table.ts'

/** What exports of phone systems and address books call these columns; the first that fits is taken. */
const headings: Readonly<Record<keyof Columns, readonly RegExp[]>> = {
  name: [/^(full |display )?name$/, /^(nimi|имя|nom|nombre)$/, /\bname\b/],
  number: [/^(phone|number|telephone|extension|ext|tel|telefon|number to dial)$/, /\b(phone|mobile|tel|extension|number)\b/],
  role: [/^(role|position)$/, /\b(role|title|position)\b/],
  topics: [/^(topics?|skills?|categories|expertise)$/, /\b(topic|skill|categor|department|expert)/],
  user: [/^(user|user ?name|login|hub|id)$/, /\b(user|login)\b/],
}

/** The columns as the first row names them; null when it names neither people nor numbers and so is no heading. */
export function guessColumns(first: PeopleRow | undefined): Columns | null {
  const names = (first?.cells ?? []).map((cell) => folded(cell).trim())
  const taken = new Set<number>()
  const find = (part: keyof Columns): number | null => {
    for (const heading of headings[part]) {
      const found = names.findIndex((name, index) => heading.test(name) && !taken.has(index))
      if (found === -1) continue
      taken.add(found)
      return found
    }
    return null
  }
  const exact = Object.fromEntries(personParts.map((part) => [part, find(part)])) as Columns
  return exact.name === null && exact.number === null ? null : exact
}
