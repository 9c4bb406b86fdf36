/** One line of a file about people; its cells are as the file has them, hostile or not. */
export interface PeopleRow {
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export const lineTroubles = ['noName', 'notANumber', 'quotes', 'notACard', 'oldCard'] as const

/** Why a line of the file gives no person. */
export interface LineProblem {
  readonly line: number
  readonly trouble: (typeof lineTroubles)[number]
  /** What stands there, as plain text; empty where it says nothing. */
  readonly found: string
}

export interface PeopleTable {
  readonly rows: readonly PeopleRow[]
  readonly problems: readonly LineProblem[]
}

/** More people than a directory holds are not looked at. */
export const mostPeople = 2000

export const personParts = ['name', 'number', 'role', 'topics', 'user'] as const

/** Which cell says what; null where no column does. */
export type Columns = Readonly<Record<(typeof personParts)[number], number | null>>
