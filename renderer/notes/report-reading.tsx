import type { ReportEvent, ReportFact, ReportSection } from '../../shared/notes/report-section.ts'

interface ReportReadingProps {
  readonly sections: readonly ReportSection[]
}

/** How the call was handled, in the very words its report has. */
export function ReportReading({ sections }: ReportReadingProps) {
  return sections.map(({ heading, facts, events, text }) => (
    <section key={heading} className="border-t border-line pt-3">
      <h2 className="pb-1 text-small font-semibold text-accent">{heading}</h2>
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      {events.length > 0 ? <Events events={events} /> : null}
      {text ? <p className="text-note text-muted">{text}</p> : null}
    </section>
  ))
}

interface FactsProps {
  readonly facts: readonly ReportFact[]
}

function Facts({ facts }: FactsProps) {
  return (
    <dl className="flex flex-col gap-1 text-note">
      {facts.map(({ label, value }) => (
        <div key={label + value} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{label}</dt>
          <dd dir="auto" className="min-w-0 break-words">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface EventsProps {
  readonly events: readonly ReportEvent[]
}

function Events({ events }: EventsProps) {
  return (
    <ol className="flex flex-col gap-1.5 text-note">
      {events.map(({ at, what, said }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a record never changes its order, and two events may be alike
        <li key={index}>
          <span className="text-muted tabular-nums">{at}</span> <bdi className="font-medium">{what}</bdi>
          {said ? (
            <q dir="auto" className="block break-words">
              {said}
            </q>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
