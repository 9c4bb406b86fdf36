import type { Columns, LineProblem, PeopleTable } from './people-table.ts'
import { personFrom, type WrittenPerson } from './person-from.ts'

export interface PeopleFound {
  readonly people: readonly WrittenPerson[]
  /** In the order of the file. */
  readonly problems: readonly LineProblem[]
}

/** The people of a table under these columns. */
export function peopleIn({ rows, problems }: PeopleTable, columns: Columns, hasHeading: boolean): PeopleFound {
  const read = (hasHeading ? rows.slice(1) : rows).map((row) => personFrom(row, columns))
  return {
    people: read.filter((found) => 'name' in found),
    problems: [...problems, ...read.filter((found) => 'trouble' in found)].toSorted((a, b) => a.line - b.line),
  }
}
