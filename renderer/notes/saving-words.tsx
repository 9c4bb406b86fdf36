import { useTranslation } from 'react-i18next'
import { timeText } from '../words/times.ts'
import type { NoteDraftState } from './note-draft.ts'

interface SavingWordsProps {
  readonly state: NoteDraftState
}

/** Says "saved" only of what is on the disk twice. */
export function SavingWords({ state: { saving, savedAt } }: SavingWordsProps) {
  const { t, i18n } = useTranslation()
  if (saving === 'failed')
    return (
      <strong role="alert" className="font-semibold text-danger">
        {t('note.failed')}
      </strong>
    )
  if (saving === 'pending') return <span>{t('note.pending')}</span>
  if (saving === 'here') return <span className="text-warn">{t('note.here')}</span>
  return saving === 'saved' && savedAt !== null ? (
    <span className="text-good tabular-nums">{t('note.saved', { time: timeText(savedAt, i18n.language) })}</span>
  ) : null
}
