import { useTranslation } from 'react-i18next'
import { type Reading, whoText } from './agenda-words.ts'
import type { ImportPlan } from './ics-import.ts'
import { saidHere } from './said-time.ts'

interface ImportPlanReadingProps {
  readonly plan: ImportPlan
  readonly reading: Reading
}

const mostShown = 5
const mostTroubles = 20

/** Who would be called when, and what is left out and why. */
export function ImportPlanReading({ plan, reading }: ImportPlanReadingProps) {
  const { t } = useTranslation()
  const { callbacks, recurring, added, changed, same, leftOut } = plan
  return (
    <>
      <p role="status" className="text-note font-medium">
        {[
          t('agenda.ics.toAdd', { count: added }),
          t('agenda.ics.toChange', { count: changed }),
          t('agenda.ics.asBefore', { count: same }),
        ].join(' · ')}
      </p>
      <ul aria-label={t('agenda.ics.first')} className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
        {callbacks.slice(0, mostShown).map((callback) => (
          <li key={callback.id} className="flex justify-between gap-3 border-line px-3 py-1.5 text-note not-first:border-t">
            <span className="min-w-0">
              <bdi className="font-medium">{whoText(t, callback)}</bdi>
              {recurring.has(callback.id) ? <span className="block text-small text-muted">{t('agenda.ics.recurs')}</span> : null}
            </span>
            <span className="flex-none tabular-nums">{saidHere(callback.due, reading)}</span>
          </li>
        ))}
      </ul>
      {callbacks.length > mostShown ? (
        <p className="text-small text-muted">{t('agenda.ics.andMore', { count: callbacks.length - mostShown })}</p>
      ) : null}
      {leftOut.length > 0 ? (
        <section aria-label={t('agenda.ics.leftOut', { count: leftOut.length })} className="flex flex-col gap-1">
          <h2 className="text-note font-medium text-warn">{t('agenda.ics.leftOut', { count: leftOut.length })}</h2>
          <ul className="flex flex-col gap-0.5 text-small text-muted">
            {leftOut.slice(0, mostTroubles).map(({ name, trouble }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two events may say the same
              <li key={index}>
                <bdi>
                  {t('agenda.ics.troubleLine', {
                    name: name || t('agenda.ics.unnamed'),
                    what: t(`agenda.ics.trouble.${trouble}`),
                  })}
                </bdi>
              </li>
            ))}
          </ul>
          {leftOut.length > mostTroubles ? (
            <p className="text-small text-muted">{t('agenda.ics.andMore', { count: leftOut.length - mostTroubles })}</p>
          ) : null}
        </section>
      ) : null}
    </>
  )
}
