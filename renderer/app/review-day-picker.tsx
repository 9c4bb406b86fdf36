import { CalendarDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Label } from 'react-aria-components/Label'
import { useTranslation } from 'react-i18next'
import { type LocalDay, today, withDays } from './review-days.ts'

interface ReviewDayPickerProps {
  readonly day: LocalDay
  readonly onDay: (day: LocalDay) => void
}

const step = 'rounded-small px-2 py-1 hover:bg-sunken'

/** Another day: one step, or typed into its parts. */
export function ReviewDayPicker({ day, onDay }: ReviewDayPickerProps) {
  const { t, i18n } = useTranslation()
  return (
    <I18nProvider locale={i18n.language}>
      <div className="flex flex-wrap items-center gap-x-1 text-note">
        <Button
          aria-label={t('review.day.previous')}
          aria-keyshortcuts="ArrowLeft"
          onPress={() => onDay(withDays(day, -1))}
          className={step}
        >
          <span aria-hidden="true">‹</span>
        </Button>
        <DateField
          value={new CalendarDate(day.year, day.month, day.day)}
          onChange={(date) => date && date.year >= 1970 && onDay({ year: date.year, month: date.month, day: date.day })}
          granularity="day"
          className="flex"
        >
          <Label className="sr-only">{t('review.day.pick')}</Label>
          <DateInput className="flex rounded-lg border border-edge bg-surface px-2 py-1">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded-small px-0.5 tabular-nums outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-muted"
              />
            )}
          </DateInput>
        </DateField>
        <Button
          aria-label={t('review.day.next')}
          aria-keyshortcuts="ArrowRight"
          onPress={() => onDay(withDays(day, 1))}
          className={step}
        >
          <span aria-hidden="true">›</span>
        </Button>
        <Button aria-keyshortcuts="T" onPress={() => onDay(today(Date.now()))} className={`${step} font-semibold`}>
          {t('review.day.today')}
        </Button>
      </div>
    </I18nProvider>
  )
}
