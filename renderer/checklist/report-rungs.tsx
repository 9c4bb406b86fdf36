import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import { timeText } from '../words/times.ts'
import type { RungView } from './checklist.view.ts'

interface ReportRungsProps {
  readonly ladder: readonly RungView[]
}

/** The part of the ladder that is climbed after the call: telling the supervisor. Absent while no boundary was set. */
export function ReportRungs({ ladder }: ReportRungsProps) {
  const { t, i18n } = useTranslation()
  if (ladder.every(({ at }) => at === null)) return null
  return ladder
    .filter(({ action }) => action === 'report')
    .map(({ id, name, say, at, climb }) => (
      <section key={id} aria-label={name} className="rounded-card bg-danger-soft px-3 py-2 text-note">
        <h3 className="font-semibold text-danger">{name}</h3>
        <p dir="auto">{say}</p>
        {at === null ? null : <p className="tabular-nums">{t('ladder.saidAt', { time: timeText(at, i18n.language) })}</p>}
        {climb ? <KeyButton look="inline" strong cap="B" label={t('ladder.report')} onPress={climb} /> : null}
      </section>
    ))
}
