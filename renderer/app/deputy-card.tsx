import { useTranslation } from 'react-i18next'
import type { PromisedCall } from '../../shared/callbacks/promised-call.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import { saidHere, saidTime } from '../callbacks/said-time.ts'
import { useWallNow } from '../ui/wall-now.ts'
import { ageText } from '../words/ages.ts'

interface DeputyCardProps {
  readonly promised: PromisedCall
  readonly isOver: boolean
}

/** When somebody was promised a call, on the clock it was promised by and on the deputy's own. */
export function DeputyCard({ promised, isOver }: DeputyCardProps) {
  const { t, i18n } = useTranslation()
  const now = useWallNow()
  const saying = { now, locale: i18n.language, ownZone: ownZone() }
  const there = saidTime(promised, saying)
  const here = saidHere(promised, saying)
  const late = now - promised.at
  const age = ageText(Math.abs(late), i18n.language)
  return (
    <section aria-label={t('deputy.title')} className="rounded-card border border-line bg-surface p-3.5 shadow-card">
      <h3 className="pb-1.5 text-small text-accent">{t('deputy.title')}</h3>
      <p className="text-caller leading-snug font-semibold tabular-nums">
        <bdi>{t('deputy.for', { time: there })}</bdi>
      </p>
      {there === here ? null : (
        <p className="text-note text-muted tabular-nums">
          <bdi>{t('deputy.here', { time: here })}</bdi>
        </p>
      )}
      {isOver ? null : (
        <p className={`text-note font-medium tabular-nums ${late > 0 ? 'text-danger' : 'text-muted'}`}>
          {t(late > 0 ? 'deputy.late' : 'deputy.in', { age })}
        </p>
      )}
    </section>
  )
}
