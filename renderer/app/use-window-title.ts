import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/call/call.ts'
import { isSettled } from '../../shared/transfer/brief-record.ts'
import type { Inbox } from '../transfer/inbox.ts'
import { useReadable } from '../ui/use-readable.ts'

/** Who is on the line, behind the number of briefs that wait: the only badge a browser's tab has. */
export function useWindowTitle(inbox: Inbox, shown: Call | null): string {
  const waiting = useReadable(inbox.state).filter(({ stage }) => !isSettled(stage)).length
  const { t } = useTranslation()
  const title = shown?.party.name ? t('app.titleWithCall', { who: shown.party.name }) : t('app.title')
  return waiting > 0 ? t('app.titleWaiting', { count: waiting, title }) : title
}
