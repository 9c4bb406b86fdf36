import type { Call } from '../call/call.ts'
import type { Grant } from '../checklist/outcome.ts'
import type { LadderEntry, StepEntry } from '../checklist/record.ts'
import type { Playbook } from '../playbook/playbook.ts'
import type { ReportWords } from './incident-report-words.ts'
import type { Handling, Note } from './note.ts'
import { type ReportForms, reportForms } from './report-forms.ts'
import type { ReportEvent, ReportFact, ReportSection } from './report-section.ts'
import { transferSection } from './transfer-section.ts'

/** One call as somebody reads it who was not there; every text in it is plain and unescaped. */
export interface IncidentReport {
  readonly title: string
  /** BCP 47 tag of the report's own words. */
  readonly language: string
  readonly sections: readonly ReportSection[]
}

export interface IncidentReportInput {
  readonly call: Call
  readonly note: Note
  readonly handling: Handling
  /** Of the version the call was handled with; without it the parts go by their ids. */
  readonly playbook: Playbook | null
  readonly words: ReportWords
  readonly locale: string
  /** IANA name, such as Europe/Tallinn. */
  readonly zone: string
}

type Telling = IncidentReportInput & { readonly forms: ReportForms }

export function incidentReport(input: IncidentReportInput): IncidentReport {
  const { words, locale, zone } = input
  const telling = { ...input, forms: reportForms(locale, zone) }
  return {
    title: words.title,
    language: locale,
    sections: [
      callSection(telling),
      boundarySection(telling),
      ...transferSection(telling),
      outcomeSection(telling),
      stepSection(telling),
      noteSection(telling),
    ],
  }
}

function callSection({ call, words, zone, forms }: Telling): ReportSection {
  const { party, direction, startedAt, answeredAt, endedAt, endCause, talk, hold } = call
  return section(words.call, {
    facts: [
      fact(words.caller, party.name),
      fact(words.number, party.number || words.withheld),
      fact(words.direction, words.directions[direction]),
      fact(words.started, forms.dayAndTime(startedAt)),
      fact(words.answered, answeredAt === null ? '' : forms.dayAndTime(answeredAt)),
      fact(words.ended, endedAt === null ? '' : forms.dayAndTime(endedAt)),
      fact(words.end, endCause === null ? '' : words.ends[endCause]),
      fact(words.talked, forms.length(talk.collected)),
      fact(words.held, hold.collected === 0 ? '' : forms.length(hold.collected)),
      fact(words.zone, zone),
    ],
    text: call.dialer === 'practice' ? words.practice : '',
  })
}

function boundarySection({ handling, playbook, words, forms }: Telling): ReportSection {
  const event = ({ rung, at, said }: LadderEntry): ReportEvent => ({
    at: forms.time(at),
    what: rung === null ? words.lowered : nameOf(playbook?.ladder, rung),
    said,
  })
  return section(words.boundaries, {
    facts: [fact(words.parting, handling.partingApprovedBy ?? '')],
    events: handling.ladder.map(event),
    text: handling.ladder.length === 0 ? words.noBoundary : '',
  })
}

function outcomeSection({ note, handling, playbook, words, forms }: Telling): ReportSection {
  const { outcome, kind, triggers } = handling
  return section(words.outcome, {
    facts: [
      fact(words.disposition, note.dispositionLabel ?? ''),
      fact(words.kind, kind === null ? '' : nameOf(playbook?.kinds, kind)),
      fact(words.triggers, triggers.map((trigger) => nameOf(playbook?.triggers, trigger)).join(', ')),
      fact(words.hardness, outcome.hardness === null ? '' : `${outcome.hardness} / 5`),
      fact(words.agreed, outcome.agreed),
      ...outcome.granted.map((grant) => fact(words.granted, grantText(grant, playbook, words, forms))),
      fact(words.followUp, outcome.followUp ? words.yes : words.no),
      fact(words.tags, outcome.tags.join(', ')),
    ],
  })
}

function stepSection({ handling, playbook, words, forms }: Telling): ReportSection {
  const event = ([step, { mark, at, said }]: readonly [string, StepEntry]): ReportEvent => ({
    at: forms.time(at),
    what: `${playbook?.steps.find(({ id }) => id === step)?.title ?? step}, ${words.marks[mark]}`,
    said,
  })
  const { id, version } = handling.playbook
  const inTime = Object.entries(handling.steps).sort(([, one], [, other]) => one.at - other.at)
  return section(words.steps, {
    facts: [fact(words.playbook, `${playbook?.name ?? id}, ${words.version} ${version}`)],
    events: inTime.map(event),
    text: inTime.length === 0 ? words.noStep : '',
  })
}

function noteSection({ note, words }: Telling): ReportSection {
  return section(words.note, { text: note.text.trim() === '' ? words.noNote : note.text })
}

function grantText(
  { option, amount, approver }: Grant,
  playbook: Playbook | null,
  words: ReportWords,
  forms: ReportForms,
): string {
  const limit = playbook?.options.find(({ id }) => id === option)?.limit ?? null
  const amountText = amount === null ? [] : [forms.amount(amount, limit?.currency ?? null)]
  const approved = approver.trim() === '' ? [] : [`${words.approvedBy} ${approver}`]
  return [nameOf(playbook?.options, option), ...amountText, ...approved].join(', ')
}

function section(heading: string, { facts = [], events = [], text = '' }: Partial<ReportSection>): ReportSection {
  return { heading, facts: facts.filter(({ value }) => value.trim() !== ''), events, text }
}

function fact(label: string, value: string): ReportFact {
  return { label, value }
}

/** The author's word for a part, or its id where the playbook no longer says. */
function nameOf(parts: readonly { readonly id: string; readonly name: string }[] | undefined, id: string): string {
  return parts?.find((part) => part.id === id)?.name ?? id
}
