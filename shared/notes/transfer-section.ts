import { type Attempt, transferEnding } from '../transfer/transfer-record.ts'
import type { ReportWords } from './incident-report-words.ts'
import type { Handling } from './note.ts'
import type { ReportForms } from './report-forms.ts'
import type { ReportEvent, ReportSection } from './report-section.ts'

interface TransferTelling {
  readonly call: { readonly endCause: Parameters<typeof transferEnding>[1] }
  readonly handling: Handling
  readonly words: ReportWords
  readonly forms: ReportForms
}

/** Who was asked, what each said, and how far it came; no section where no transfer was begun. */
export function transferSection({ call, handling, words, forms }: TransferTelling): readonly ReportSection[] {
  const { transfer } = handling
  const ending = transfer ? transferEnding(transfer, call.endCause) : null
  if (transfer === undefined || ending === null) return []
  const stages = transfer.entries.map(({ stage, at, said, reason }) => ({
    at,
    what: because(words.transferStages[stage], reason),
    said,
  }))
  const attempts = transfer.attempts.flatMap((attempt) => told(attempt, words))
  const events = [...stages, ...attempts].toSorted((one, other) => one.at - other.at)
  return [
    {
      heading: words.transfer,
      facts: [
        { label: words.transferEnding, value: words.transferEndings[ending] },
        ...(transfer.brief?.request ? [{ label: words.request, value: transfer.brief.request }] : []),
      ],
      events: events.map(({ at, ...event }): ReportEvent => ({ at: forms.time(at), ...event })),
      text: '',
    },
  ]
}

function told({ to, by, at, result, resultAt, reason }: Attempt, words: ReportWords) {
  const ask = { at, what: `${by === 'hub' ? words.asked : words.askedAloud}: ${to.name}`, said: '' }
  return [ask, { at: resultAt, what: because(`${to.name}: ${words.attemptResults[result]}`, reason), said: '' }]
}

function because(what: string, reason: string): string {
  return reason === '' ? what : `${what} (${reason})`
}
