import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/call/call.ts'
import type { Alarm } from '../../shared/callbacks/alarm.ts'
import { isSettled } from '../../shared/transfer/brief-record.ts'
import type { Inbox } from '../transfer/inbox.ts'
import { useReadable } from '../ui/use-readable.ts'

/** Who is on the line, behind the number of briefs that wait and of calls that are due: the only badge a browser's tab has. */
export function useWindowTitle(inbox: Inbox, alarms: readonly Alarm[], shown: Call | null): string {
  const briefs = useReadable(inbox.state).filter(({ stage }) => !isSettled(stage))
  const due = alarms.filter(({ stage }) => stage === 'due' || stage === 'overdue')
  const { t } = useTranslation()
  const title = shown?.party.name ? t('app.titleWithCall', { who: shown.party.name }) : t('app.title')
  const waiting = briefs.length + due.length
  return waiting > 0 ? t('app.titleWaiting', { count: waiting, title }) : title
}
