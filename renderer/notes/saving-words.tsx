import { useTranslation } from 'react-i18next'
import { timeText } from '../words/times.ts'
import type { AutosaveState } from './autosave.ts'

interface SavingWordsProps {
  readonly state: AutosaveState
}

/** Says "saved" only of what is on the disk twice. */
export function SavingWords({ state: { saving, savedAt } }: SavingWordsProps) {
  const { t, i18n } = useTranslation()
  if (saving === 'failed' || saving === 'tooLong')
    return (
      <strong role="alert" className="font-semibold text-danger">
        {t(`note.${saving}`)}
      </strong>
    )
  if (saving === 'pending') return <span>{t('note.pending')}</span>
  if (saving === 'here') return <span className="text-warn">{t('note.here')}</span>
  return saving === 'saved' && savedAt !== null ? (
    <span className="text-good tabular-nums">{t('note.saved', { time: timeText(savedAt, i18n.language) })}</span>
  ) : null
}
