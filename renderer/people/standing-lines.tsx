import { useTranslation } from 'react-i18next'
import { longDays, type PersonStanding } from '../../shared/people/person-standing.ts'
import { Badge } from '../ui/badge.tsx'
import { whenText } from '../words/times.ts'
import { StandingBadge } from './standing-badge.tsx'

interface StandingLinesProps {
  readonly standing: PersonStanding
  readonly now: number
}

/** How it usually goes with somebody; each judgement says what it is judged by. */
export function StandingLines({ standing: { recent, long, highestRung, usualKind, workedLast }, now }: StandingLinesProps) {
  const { t, i18n } = useTranslation()
  const when = (wall: number) => whenText(wall, now, i18n.language)
  const worked = workedLast
    ? [
        workedLast.granted.length > 0 ? t('person.granted', { what: workedLast.granted.join(', ') }) : null,
        workedLast.agreed ? t('person.agreed', { what: workedLast.agreed }) : null,
        workedLast.steps.length > 0 ? t('person.steps', { what: workedLast.steps.join(', ') }) : null,
      ].filter((line) => line !== null)
    : []
  return (
    <div className="flex flex-col gap-1.5 text-note">
      <div className="flex flex-wrap items-center gap-2">
        <StandingBadge standing={recent} />
        {usualKind ? <Badge>{t('person.usual', { kind: usualKind.name })}</Badge> : null}
      </div>
      <p className="text-muted tabular-nums">
        {t('person.counts', {
          calls: t('person.calls', { count: long.calls }),
          hard: t('person.hard', { count: long.hardCalls }),
          days: longDays,
        })}
      </p>
      {usualKind ? <p className="text-small text-faint">{t('person.usualRule', usualKind)}</p> : null}
      {highestRung ? (
        <p>
          <span className="text-danger">{t('person.rung', { rung: highestRung.name, when: when(highestRung.at) })}</span>{' '}
          <span className="text-small text-faint">{t('person.rungRule')}</span>
        </p>
      ) : null}
      {workedLast && worked.length > 0 ? (
        <section aria-label={t('person.worked')} className="pt-1">
          <h3 className="text-small font-semibold text-good">{t('person.worked')}</h3>
          {worked.map((line) => (
            <p key={line}>
              <bdi>{line}</bdi>
            </p>
          ))}
          <p className="text-small text-faint">{t('person.workedRule', { when: when(workedLast.at) })}</p>
        </section>
      ) : null}
    </div>
  )
}
