import * as z from 'zod'
import type { JournalChange, JournalEntry } from '../../shared/journal/journal.ts'
import type { Seal } from './journal-seal.ts'

/** What stands at the top of a segment. */
export interface SegmentHeader {
  readonly version: 1
  /** Of the journal: entries of another one do not open here. */
  readonly journal: string
  /** Number of the first entry; whatever the segment before has from here on was never acknowledged. */
  readonly starts: number
  /** What a compacted segment holds; null in one that grew entry by entry, whose numbers have no gaps. */
  readonly compacted: { readonly entries: number; readonly last: number } | null
}

const segmentHeader = z.strictObject({
  version: z.literal(1),
  journal: z.string().min(1),
  starts: z.number().int().positive(),
  compacted: z.strictObject({ entries: z.number().int(), last: z.number().int() }).nullable(),
}) satisfies z.ZodType<SegmentHeader>

const entryBody = z.tuple([z.string(), z.string(), z.number().int(), z.string().nullable()]).rest(z.number().int().nonnegative())

export type SegmentLine =
  | { readonly kind: 'header'; readonly header: SegmentHeader }
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'damaged' }

/** The header stands twice, so that one damaged bit does not cost the segment. */
export function headerLines(seal: Seal, segment: number, header: SegmentHeader): string {
  const line = `# ${seal.seal(JSON.stringify(header), purposeOfHeader(segment))}`
  return alone(line) + alone(line)
}

export function entryLine(seal: Seal, journal: string, { number, table, key, version, text, piece }: JournalEntry): string {
  const body = [table, key, version, text, ...(piece === undefined ? [] : [piece.at, piece.of])]
  return alone(`${number} ${seal.seal(JSON.stringify(body), purposeOfEntry(journal, number))}`)
}

export function numbered(first: number, changes: readonly JournalChange[]): readonly JournalEntry[] {
  return changes.map((change, index) => ({ number: first + index, ...change }))
}

/**
 * What one line says.
 *
 * The seal authenticates the number and the journal with the record, so that a line cannot be cut out, doubled or moved unseen.
 */
export function readLine(seal: Seal, segment: number, header: SegmentHeader | null, line: string): SegmentLine {
  if (line.startsWith('# ')) return headerFrom(seal.unseal(line.slice(2), purposeOfHeader(segment)))
  const space = line.indexOf(' ')
  const number = Number(line.slice(0, space))
  if (header === null || space < 1 || !Number.isSafeInteger(number)) return { kind: 'damaged' }
  return entryFrom(number, seal.unseal(line.slice(space + 1), purposeOfEntry(header.journal, number)))
}

function headerFrom(text: string | null): SegmentLine {
  const header = text === null ? null : segmentHeader.safeParse(JSON.parse(text))
  return header?.success ? { kind: 'header', header: header.data } : { kind: 'damaged' }
}

function entryFrom(number: number, text: string | null): SegmentLine {
  const body = text === null ? null : entryBody.safeParse(JSON.parse(text))
  if (!body?.success) return { kind: 'damaged' }
  const [table, key, version, record, at = 0, of] = body.data
  return {
    kind: 'entry',
    entry: { number, table, key, version, text: record, ...(of === undefined ? {} : { piece: { at, of } }) },
  }
}

/** A line end on both sides: where one of the two is damaged, the neighbours are still apart. */
function alone(line: string): string {
  return `\n${line}\n`
}

function purposeOfHeader(segment: number): string {
  return `journal segment ${segment}`
}

function purposeOfEntry(journal: string, number: number): string {
  return `journal ${journal} entry ${number}`
}
