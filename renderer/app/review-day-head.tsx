import { useTranslation } from 'react-i18next'
import type { DayFigures } from '../../shared/review/day-figures.ts'
import { TextButton } from '../ui/text-button.tsx'
import { dateTimeFormat } from '../words/times.ts'
import { ReviewDayPicker } from './review-day-picker.tsx'
import { type LocalDay, spanOf } from './review-days.ts'

interface ReviewDayHeadProps {
  readonly day: LocalDay
  readonly figures: DayFigures
  readonly isToday: boolean
  readonly hasCalls: boolean
  readonly onDay: (day: LocalDay) => void
  readonly onExport: () => void
}

export function ReviewDayHead({ day, figures, isToday, hasCalls, onDay, onExport }: ReviewDayHeadProps) {
  const { t, i18n } = useTranslation()
  const { calls, hardCalls, promises } = figures
  const said = dateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long' }).format(spanOf(day).from)
  const kind = calls === 0 ? (isToday ? 'begin' : 'quiet') : hardCalls > 0 ? 'rough' : 'quiet'
  return (
    <header className="flex flex-col gap-2 px-3.5 pt-3.5 pb-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h1 className="text-caller font-semibold">{isToday ? t('review.day.today') : said}</h1>
        <ReviewDayPicker day={day} onDay={onDay} />
      </div>
      <p role="status" className="text-note text-muted tabular-nums">
        {[
          t('review.day.calls', { count: calls }),
          ...(calls > 0 ? [t('review.day.hardCalls', { count: hardCalls })] : []),
          promises.of > 0 ? t('review.day.kept', { kept: promises.kept, counted: promises.of }) : t('review.day.noneDue'),
        ].join(' · ')}
      </p>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-note">
        <p>{t(`review.day.${kind}`)}</p>
        {hasCalls ? <TextButton label={t('review.export.open')} onPress={onExport} /> : null}
      </div>
    </header>
  )
}
