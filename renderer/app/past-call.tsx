import '../words/rooms.ts'
import { useTranslation } from 'react-i18next'
import { isPractice } from '../../shared/call/call.ts'
import { incidentReport } from '../../shared/notes/incident-report.ts'
import { CallSummary } from '../call/call-summary.tsx'
import { NoteReading } from '../notes/note-reading.tsx'
import type { NotedCall } from '../notes/note-store.ts'
import { ReportReading } from '../notes/report-reading.tsx'
import { Badge } from '../ui/badge.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { dayAndMinute } from '../words/times.ts'
import { PromiseFollowUp } from './promise-follow-up.tsx'
import { ReportExport } from './report-export.tsx'
import { SavedNoteEditor } from './saved-note-editor.tsx'
import type { Steadyline } from './steadyline.ts'
import { useKeptPlaybook } from './use-kept-playbook.ts'

interface PastCallProps {
  readonly noted: NotedCall
  readonly steadyline: Steadyline
  readonly onBack: () => void
}

/** One call of the past, with the steps and words of the playbook version it was handled with. */
export function PastCall({ noted, steadyline, onBack }: PastCallProps) {
  const { playbooks, callbacks } = steadyline
  const { t, i18n } = useTranslation()
  const { call, note } = noted
  const handling = note?.handling ?? null
  const playbook = useKeptPlaybook(playbooks, handling?.playbook.version ?? null)
  const report =
    note && handling && playbook !== undefined
      ? incidentReport({
          call,
          note,
          handling,
          playbook,
          words: t('report', { returnObjects: true }),
          locale: i18n.language,
          zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        })
      : null
  return (
    <>
      <ScrollArea className="flex flex-1 flex-col gap-3 p-4">
        <NoteReading
          noted={noted}
          summary={<CallSummary call={call} />}
          badge={isPractice(call) ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
        >
          <SavedNoteEditor key={call.id} {...{ noted, steadyline }} />
        </NoteReading>
        <PromiseFollowUp call={call} callbacks={callbacks} />
        {handling && !report ? <p className="text-note text-muted">{t('record.reading')}</p> : null}
        {report ? (
          <>
            <ReportReading sections={report.sections.slice(1, -1)} />
            <ReportExport report={report} fileName={`incident-report-${dayAndMinute(call.startedAt)}`} />
          </>
        ) : null}
      </ScrollArea>
      <div className="flex flex-col border-t border-line bg-surface px-3.5 py-2.5">
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={onBack} />
      </div>
    </>
  )
}
