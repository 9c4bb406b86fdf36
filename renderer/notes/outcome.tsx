import { useTranslation } from 'react-i18next'
import { wasAnswered } from '../../shared/call/call.ts'
import { Highlighted } from './highlighted.tsx'
import type { NotedCall } from './note-store.ts'

interface OutcomeProps {
  readonly noted: NotedCall
  readonly query: string
}

/** The disposition where one was chosen, otherwise how the line ended. */
export function Outcome({ noted: { call, note }, query }: OutcomeProps) {
  const { t } = useTranslation()
  if (note?.dispositionLabel)
    return (
      <span className="font-medium text-muted">
        <Highlighted text={note.dispositionLabel} query={query} />
      </span>
    )
  if (call.endCause === 'missed') return <span className="font-medium text-danger">{t('call.cause.missed')}</span>
  if (call.endCause && !wasAnswered(call))
    return <span className="font-medium text-muted">{t(`call.cause.${call.endCause}`)}</span>
  return <span className="font-medium text-warn">{t('note.draft')}</span>
}
