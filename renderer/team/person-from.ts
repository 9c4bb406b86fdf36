import { farEndText } from '../../shared/call/far-end-text.ts'
import type { Colleague, Role } from '../../shared/transfer/colleague.ts'
import { personIdPattern } from '../../shared/transfer/person-id.ts'
import { folded } from '../words/folded.ts'
import type { Columns, LineProblem, PeopleRow } from './people-table.ts'
import { topicsFrom } from './topics-from.ts'

/** A colleague as a file gives them. */
export interface WrittenPerson extends Omit<Colleague, 'role'> {
  /** Empty where the file gives no name at the hub. */
  readonly id: Colleague['id']
  /** Null where the file says nothing of it. */
  readonly role: Role | null
}

/** The person a row is about, or why it is about nobody. */
export function personFrom({ line, cells }: PeopleRow, columns: Columns): WrittenPerson | LineProblem {
  const cell = (part: keyof Columns) => farEndText(columns[part] === null ? '' : (cells[columns[part]] ?? ''))
  const name = cell('name').slice(0, 80).trim()
  const number = cell('number')
  const user = cell('user').toLowerCase()
  if (name === '') return { line, trouble: 'noName', found: number }
  if (!isDiallable(number)) return { line, trouble: 'notANumber', found: number }
  const id = personIdPattern.test(user) ? user : ''
  return { id, name, role: roleFrom(cell('role')), topics: topicsFrom(cell('topics')), number }
}

/** Digits with what people write between them, a SIP address, or nothing. */
export function isDiallable(number: string): boolean {
  if (number === '' || /^sips?:[^\s]{1,55}$/i.test(number)) return true
  return number.length <= 60 && /^\+?[\d\s().\-/*#]+$/.test(number) && /\d\D*\d/.test(number)
}

function roleFrom(text: string): Role | null {
  const said = folded(text)
  if (said === '') return null
  if (/manager|supervisor|lead|head|chief|director/.test(said)) return 'manager'
  return /^agent$/.test(said) ? 'agent' : 'expert'
}
