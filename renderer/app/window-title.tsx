import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Party } from '../../shared/call/call.ts'
import type { Alarm } from '../../shared/callbacks/alarm.ts'
import { isSettled } from '../../shared/transfer/brief-record.ts'
import { afterPaint } from '../storage/after-paint.ts'
import type { Inbox } from '../transfer/inbox.ts'
import { useReadable } from '../ui/use-readable.ts'

interface WindowTitleProps {
  readonly inbox: Inbox
  readonly alarms: readonly Alarm[]
  readonly shown: Party | null
}

/**
 * Who is on the line, behind the number of briefs that wait and of calls that are due: the only badge a browser's tab has.
 *
 * Written behind the frame that shows the same, because a browser takes milliseconds over it.
 */
export function WindowTitle({ inbox, alarms, shown }: WindowTitleProps) {
  const briefs = useReadable(inbox.state).filter(({ stage }) => !isSettled(stage))
  const due = alarms.filter(({ stage }) => stage === 'due' || stage === 'overdue')
  const { t } = useTranslation()
  const title = shown?.name ? t('app.titleWithCall', { who: shown.name }) : t('app.title')
  const waiting = briefs.length + due.length
  const counted = waiting > 0 ? t('app.titleWaiting', { count: waiting, title }) : title
  useEffect(
    () =>
      void afterPaint().then(() => {
        document.title = counted
      }),
    [counted],
  )
  return null
}
