import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Removal } from './erasure-removal.ts'

/** Everything there is about somebody. Calls that their note gives to somebody else are that one's. */
export async function aboutPerson(database: SteadylineDatabase, key: PersonKey): Promise<Removal | null> {
  const person = await database.people.get(key)
  if (person === undefined) return null
  const numbers = numbersOf(person)
  const { own, others } = await callsOf(database, key, numbers)
  const calls = new Set([...own, ...(await legsOf(database, own))])
  const callbacks = await database.callbacks
    .filter(({ person: { number }, callId }) =>
      callId !== null && calls.has(callId) ? true : numbers.includes(number) && !others.has(callId ?? ''),
    )
    .toArray()
  const sentFor = new Set(callbacks.flatMap(({ deputy }) => (deputy ? [deputy.briefId] : [])))
  const tells = tellsOf(person)
  const briefs = await database.briefs.filter((record) => sentFor.has(record.brief.id) || tells(record)).primaryKeys()
  return { people: [key], calls: [...calls], callbacks: callbacks.map(({ id }) => id), briefs }
}

function numbersOf({ written, numbers }: Person): readonly string[] {
  return [...new Set([...written, ...numbers])].filter((number) => number !== '')
}

async function callsOf(database: SteadylineDatabase, key: PersonKey, numbers: readonly string[]) {
  const [byNumber, byNote] = await Promise.all([
    database.calls
      .where('party.number')
      .anyOf([...numbers])
      .primaryKeys(),
    database.notes.where('person').equals(key).primaryKeys(),
  ])
  const notes = await database.notes.bulkGet(byNumber)
  const elsewhere = notes.flatMap((note) => (note?.person !== undefined && note.person !== key ? [note] : []))
  const owners = await database.people.bulkGet(elsewhere.map(({ person = '' }) => person))
  const others = new Set(elsewhere.flatMap(({ id }, index) => (owners[index] ? [id] : [])))
  return { own: new Set([...byNumber, ...byNote].filter((id) => !others.has(id))), others }
}

/** Calls to colleagues that were about these: they are nothing without them. */
async function legsOf(database: SteadylineDatabase, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const found = await database.calls.bulkGet([...ids])
  const legs = await Promise.all(
    found.map((call) =>
      call === undefined
        ? []
        : database.calls
            .where('startedAt')
            .between(call.startedAt, call.endedAt ?? Number.POSITIVE_INFINITY, true, true)
            .filter(({ consultFor }) => consultFor === call.id)
            .primaryKeys(),
    ),
  )
  return legs.flat()
}

/** Whether a brief is about them: by its caller, or by one of their numbers anywhere in it. */
function tellsOf(person: Person): (record: BriefRecord) => boolean {
  const isTheirs = hasNumberOf(person)
  return ({ brief, reason, followUp }) => {
    const { caller, headline, situation, background, tried, request, avoid, readBack } = brief
    if (caller.number === '' && person.name !== '' && caller.name === person.name) return true
    const told = [headline, situation, background, tried, request, avoid, readBack, reason, followUp?.note ?? '']
    return [caller.number, ...told].some(isTheirs)
  }
}

/** Whether a text is one of their numbers, or has one in it however it is written. */
export function hasNumberOf(person: Person): (text: string) => boolean {
  const numbers = numbersOf(person)
  const digits = numbers.map(digitsOf).filter(({ length }) => length >= 6)
  return (text) => numbers.includes(text) || digits.some((number) => digitsOf(text).includes(number))
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
