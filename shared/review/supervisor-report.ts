import { isPractice } from '../call/call.ts'
import { type Callback, isOpen } from '../callbacks/callback.ts'
import type { IncidentReport } from '../notes/incident-report.ts'
import type { ReportWords } from '../notes/incident-report-words.ts'
import { reportForms } from '../notes/report-forms.ts'
import type { ReportFact, ReportSection } from '../notes/report-section.ts'
import { isHard } from '../people/one-time-or-pattern.ts'
import type { DayCall } from './day-figures.ts'

/** Words of it that an incident report does not have. */
export interface SupervisorWords {
  readonly summary: string
  readonly calls: string
  readonly hardCalls: string
  readonly made: string
  readonly notWrappedUp: string
  readonly boundariesSet: string
  readonly promised: string
  readonly stillOpen: string
  readonly closed: string
}

export interface SupervisorInput {
  readonly title: string
  readonly calls: readonly DayCall[]
  readonly callbacks: readonly Callback[]
  readonly words: ReportWords & { readonly supervisor: SupervisorWords }
  readonly locale: string
  /** IANA name, such as Europe/Tallinn. */
  readonly zone: string
  readonly now: number
}

/**
 * Several calls for somebody who leads the team.
 *
 * Practice, drafts, breaks and what the agent learnt are the agent's own and are not in it.
 */
export function supervisorReport({ title, calls, callbacks, words, locale, zone, now }: SupervisorInput): IncidentReport {
  const shown = calls.filter(({ call }) => !isPractice(call) && call.consultFor === null)
  const { time, dayAndTime } = reportForms(locale, zone)
  const { supervisor } = words
  const summary = {
    heading: supervisor.summary,
    facts: [
      { label: supervisor.calls, value: String(shown.length) },
      { label: supervisor.hardCalls, value: String(shown.filter(({ note }) => isHard(finished(note))).length) },
      { label: supervisor.made, value: dayAndTime(now) },
      { label: words.zone, value: zone },
    ],
    events: [],
    text: '',
  }
  const sections = shown.map(({ call, note }): ReportSection => {
    const done = finished(note)
    const who = call.party.name || call.party.number || words.withheld
    return {
      heading: `${dayAndTime(call.startedAt)} · ${who}`,
      facts: facts({ call, note: done }, callbacks, words, { locale, zone }),
      events: (done?.handling?.ladder ?? []).flatMap(({ rung, at, said }) =>
        rung === null ? [] : [{ at: time(at), what: `${supervisor.boundariesSet}: ${rung}`, said }],
      ),
      text: done?.text ?? '',
    }
  })
  return { title, language: locale, sections: [summary, ...sections] }
}

/** What is still being written is nobody else's yet. */
function finished(note: DayCall['note']): DayCall['note'] {
  return note?.state === 'saved' ? note : null
}

function facts(
  { call, note }: DayCall,
  callbacks: readonly Callback[],
  words: SupervisorInput['words'],
  { locale, zone }: Pick<SupervisorInput, 'locale' | 'zone'>,
): readonly ReportFact[] {
  const { length, dayAndTime } = reportForms(locale, zone)
  const outcome = note?.handling?.outcome
  const promises = callbacks.filter(({ callId, practice }) => callId === call.id && !practice)
  const all = [
    [words.number, call.party.number || words.withheld],
    [words.direction, words.directions[call.direction]],
    [words.talked, call.answeredAt === null ? '' : length(call.talk.collected)],
    [words.end, call.endCause === null ? '' : words.ends[call.endCause]],
    [words.disposition, note?.dispositionLabel ?? (call.answeredAt === null ? '' : words.supervisor.notWrappedUp)],
    [words.hardness, outcome?.hardness ? `${outcome.hardness} / 5` : ''],
    [words.agreed, outcome?.agreed ?? ''],
    [words.followUp, outcome?.followUp ? words.yes : ''],
    [words.tags, outcome?.tags.join(', ') ?? ''],
    ...promises.map((promise) => [words.supervisor.promised, promiseText(promise, dayAndTime, words.supervisor)] as const),
  ] as const
  return all.flatMap(([label, value]) => (value.trim() === '' ? [] : [{ label, value }]))
}

function promiseText(promise: Callback, dayAndTime: (wall: number) => string, words: SupervisorWords): string {
  const parts = [dayAndTime(promise.promisedFor.at), promise.reason, isOpen(promise) ? words.stillOpen : words.closed]
  return parts.filter((part) => part.trim() !== '').join(', ')
}
