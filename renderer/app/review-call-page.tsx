import { useTranslation } from 'react-i18next'
import { type CallId, isPractice } from '../../shared/call/call.ts'
import { incidentReport } from '../../shared/notes/incident-report.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import { CallSummary } from '../call/call-summary.tsx'
import { Outcome } from '../notes/outcome.tsx'
import { ReportReading } from '../notes/report-reading.tsx'
import type { ReviewedCall } from '../review/reviewed.ts'
import { Badge } from '../ui/badge.tsx'
import { PartyName } from '../ui/party-name.tsx'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { dayAndMinute, fullTimeText } from '../words/times.ts'
import { PersonOfCall } from './person-of-call.tsx'
import { PromiseFollowUp } from './promise-follow-up.tsx'
import { ReportExport } from './report-export.tsx'
import { ReviewIncident } from './review-incident.tsx'
import { ReviewLearning } from './review-learning.tsx'
import { ReviewLinks } from './review-links.tsx'
import { SavedNoteEditor } from './saved-note-editor.tsx'
import type { Steadyline } from './steadyline.ts'
import { useKeptPlaybook } from './use-kept-playbook.ts'
import type { ReviewDeeds } from './use-review-deeds.ts'

interface ReviewCallPageProps {
  readonly steadyline: Steadyline
  readonly reviewed: ReviewedCall
  readonly deeds: ReviewDeeds
  readonly onOpenCall: (id: CallId) => void
  readonly onOpenPerson: (person: PersonKey) => void
}

/** One call, to be read, changed, linked and learnt from. */
export function ReviewCallPage({ steadyline, reviewed, deeds, onOpenCall, onOpenPerson }: ReviewCallPageProps) {
  const { call, note, incident, person } = reviewed
  const handling = note?.handling ?? null
  const playbook = useKeptPlaybook(steadyline.playbooks, handling?.playbook.version ?? null)
  const { t, i18n } = useTranslation()
  const report =
    note && handling && playbook !== undefined
      ? incidentReport({
          ...{ call, note, handling, playbook },
          words: t('report', { returnObjects: true }),
          locale: i18n.language,
          zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        })
      : null
  return (
    <ScrollArea className="flex flex-1 flex-col gap-3 p-4">
      <header>
        <h1 className="text-say leading-tight font-semibold">
          <PartyName party={call.party} />
        </h1>
        <p className="mt-0.5 text-note text-muted tabular-nums">
          {call.party.name && call.party.number ? (
            <>
              <PhoneNumber number={call.party.number} /> ·{' '}
            </>
          ) : null}
          <time>{fullTimeText(call.startedAt, i18n.language)}</time>
        </p>
        <p className="mt-1.5 flex flex-wrap items-center gap-2 text-note">
          <Outcome noted={reviewed} query="" />
          {isPractice(call) ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
        </p>
      </header>
      <CallSummary call={call} />
      {person ? (
        <WideButton
          label={t('review.call.person', { who: person.name || call.party.number })}
          onPress={() => onOpenPerson(person.id)}
        />
      ) : null}
      <PersonOfCall key={`person of ${call.id}`} {...{ steadyline, call, note }} />
      {incident ? (
        <ReviewIncident incident={incident} onReport={(reported) => deeds.report(call.id, incident.reported, reported)} />
      ) : null}
      <SavedNoteEditor key={call.id} noted={reviewed} steadyline={steadyline} />
      {note ? (
        <>
          <ReviewLearning
            learning={note.learning ?? ''}
            onLearn={(learning) => deeds.learn(call.id, note.learning ?? '', learning)}
          />
          <ReviewLinks
            {...{ steadyline, reviewed }}
            onOpen={onOpenCall}
            onLink={(other) => deeds.link(call.id, other)}
            onUnlink={(other) => deeds.unlink(call.id, other)}
          />
        </>
      ) : null}
      <PromiseFollowUp call={call} callbacks={steadyline.callbacks} />
      {report ? (
        <>
          <ReportReading sections={report.sections.slice(1, -1)} />
          <ReportExport report={report} fileName={`incident-report-${dayAndMinute(call.startedAt)}`} />
        </>
      ) : null}
    </ScrollArea>
  )
}
