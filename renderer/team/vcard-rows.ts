import ICAL from 'ical.js'
import { type Columns, type LineProblem, mostPeople, type PeopleRow, type PeopleTable } from './people-table.ts'

/** Where `vcardRows` puts what. */
export const vcardColumns: Columns = { name: 0, number: 1, role: 2, topics: 3, user: null }

/** One row for each card; a card that cannot be read harms no other. */
export function vcardRows(text: string): PeopleTable {
  const rows: PeopleRow[] = []
  const problems: LineProblem[] = []
  for (const { line, card } of cardsIn(text)) {
    if (rows.length > mostPeople) break
    const cells = /;ENCODING=QUOTED-PRINTABLE/i.test(card) ? 'oldCard' : cellsOf(card)
    if (typeof cells === 'string') problems.push({ line, trouble: cells, found: '' })
    else rows.push({ line, cells })
  }
  return { rows, problems }
}

function cardsIn(text: string): { line: number; card: string }[] {
  const cards: { line: number; card: string }[] = []
  let begun: { line: number; lines: string[] } | null = null
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^BEGIN:VCARD\s*$/i.test(content)) {
      if (begun) cards.push({ line: begun.line, card: begun.lines.join('\r\n') })
      begun = { line: index + 1, lines: [] }
    }
    begun?.lines.push(content)
    if (begun && /^END:VCARD\s*$/i.test(content)) {
      cards.push({ line: begun.line, card: begun.lines.join('\r\n') })
      begun = null
    }
  }
  if (begun) cards.push({ line: begun.line, card: begun.lines.join('\r\n') })
  return cards
}

function cellsOf(card: string): string[] | 'notACard' {
  try {
    const component = new ICAL.Component(ICAL.parse(card))
    const first = (name: string) => textOf(component.getFirstPropertyValue(name))
    const given = (component.getFirstPropertyValue('n') ?? []) as readonly unknown[]
    const name = first('fn') || [given[1], given[0]].map(textOf).filter(Boolean).join(' ')
    const number = first('tel').replace(/^tel:/i, '')
    const topics = component.getAllProperties('categories').flatMap((property) => property.getValues().map(textOf))
    return [name, number, first('role') || first('title'), topics.join(', ')]
  } catch {
    return 'notACard'
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
