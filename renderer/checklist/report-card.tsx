import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import { timeText } from '../words/times.ts'
import type { RungView } from './checklist.view.ts'

interface ReportCardProps {
  readonly rung: RungView
}

/** The words for the supervisor after a call that needed a boundary, and when they were said. */
export function ReportCard({ rung: { name, say, at, climb } }: ReportCardProps) {
  const { t, i18n } = useTranslation()
  return (
    <section aria-label={name} className="rounded-card bg-danger-soft px-3 py-2 text-note">
      <h3 className="font-semibold text-danger">{name}</h3>
      <p dir="auto">{say}</p>
      {at === null ? null : <p className="tabular-nums">{t('ladder.saidAt', { time: timeText(at, i18n.language) })}</p>}
      {climb ? <KeyButton look="inline" strong cap="B" label={t('ladder.report')} onPress={climb} /> : null}
    </section>
  )
}
