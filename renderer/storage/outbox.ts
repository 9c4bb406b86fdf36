import { type JournalChange, type JournalRange, maxAppendChanges, maxAppendLength } from '../../shared/journal/journal.ts'
import type { SteadylineDatabase } from './database.ts'

/** Rows that are looked at together: what was changed again and again meanwhile is sent once. */
const rowsAtOnce = 5000

/** Records that are read in one transaction: each has its price, and a parcel may be full long before all rows are read. */
const recordsAtOnce = 100

/** What is taken out of the outbox together. */
export interface Parcel {
  readonly changes: readonly JournalChange[]
  /** A record too long for one append comes alone, in pieces, each an append of its own. */
  readonly isInPieces: boolean
  /** Rows that are done with once all of it has arrived. */
  readonly orders: readonly number[]
  /** There is more behind it. */
  readonly isPart: boolean
}

/** The oldest changes, as the records stand now. */
export async function nextParcel(database: SteadylineDatabase): Promise<Parcel> {
  const rows = await database.outbox.orderBy('order').limit(rowsAtOnce).toArray()
  const records = new Map<string, Changed>()
  for (const { table, key, order = 0 } of rows) {
    const name = `${table}\n${key}`
    const known = records.get(name)
    if (known) known.orders.push(order)
    else records.set(name, { table, key, orders: [order] })
  }
  const changes: JournalChange[] = []
  const orders: number[] = []
  let length = 0
  let isPart = rows.length === rowsAtOnce
  for await (const [{ table, key, orders: of }, record] of asTheyStand(database, [...records.values()])) {
    const text = textOf(table, record)
    const added = text?.length ?? 0
    if (text !== null && added > maxAppendLength && changes.length === 0)
      return { changes: piecesOf({ table, key, version: database.verno, text }), isInPieces: true, orders: of, isPart: true }
    if (length + added > maxAppendLength || changes.length === maxAppendChanges) {
      isPart = true
      break
    }
    changes.push({ table, key, version: database.verno, text })
    orders.push(...of)
    length += added
  }
  return { changes, isInPieces: false, orders, isPart }
}

interface Changed {
  readonly table: string
  readonly key: string
  readonly orders: number[]
}

type Stored = { readonly stage?: unknown } | undefined

async function* asTheyStand(database: SteadylineDatabase, changed: readonly Changed[]): AsyncGenerator<[Changed, Stored]> {
  for (let from = 0; from < changed.length; from += recordsAtOnce) {
    const some = changed.slice(from, from + recordsAtOnce)
    const tables = [...new Set(some.map(({ table }) => table))]
    const records: Stored[] = await database.transaction('r', tables, () =>
      Promise.all(some.map(({ table, key }) => database.table(table).get(key))),
    )
    for (const [index, one] of some.entries()) yield [one, records[index]]
  }
}

function piecesOf({ text, ...record }: JournalChange & { readonly text: string }): readonly JournalChange[] {
  const count = Math.ceil(text.length / maxAppendLength)
  return Array.from({ length: count }, (_, at) => ({
    ...record,
    text: text.slice(at * maxAppendLength, (at + 1) * maxAppendLength),
    piece: { at, of: count },
  }))
}

/** The journal has it. The mark moves with it, unless somebody else wrote in between: then the next start reads that. */
export async function tickOff(database: SteadylineDatabase, { orders }: Parcel, { first, last }: JournalRange): Promise<void> {
  await database.transaction('rw', database.outbox, database.meta, async () => {
    const [from = 0, to = 0] = [Math.min(...orders), Math.max(...orders)]
    const isStretch = orders.length === to - from + 1
    if (isStretch) await database.outbox.where('order').between(from, to, true, true).delete()
    else await database.outbox.bulkDelete([...orders])
    const mark = await database.meta.get('secondCopy')
    if (mark && mark.last + 1 === first) await database.meta.put({ ...mark, last })
  })
}

/** A finished checklist is never resumed: only that it is finished is copied. */
function textOf(table: string, record: Stored): string | null {
  if (record === undefined) return null
  return JSON.stringify(table === 'checklists' && record.stage === 'closed' ? { ...record, snapshot: null } : record)
}
