import { useTranslation } from 'react-i18next'
import { dateTimeFormat } from '../words/times.ts'
import { barsOf } from './bars-of.ts'
import type { CallOfTime } from './person-file.ts'

interface CallBarsProps {
  readonly calls: readonly CallOfTime[]
  readonly days: number
  readonly now: number
}

const day = 24 * 60 * 60 * 1000

/** A bar for each day, as tall as its calls were long; hard days stand out, and the figures are in words for a screen reader. */
export function CallBars({ calls, days, now }: CallBarsProps) {
  const { t, i18n } = useTranslation()
  const bars = barsOf(calls, days, now)
  const tallest = Math.max(1, ...bars.map(({ talkedMs }) => talkedMs))
  const shown = bars.reduce((sum, bar) => sum + bar.calls, 0)
  const hard = bars.reduce((sum, bar) => sum + bar.hard, 0)
  const read = t('person.barsRead', {
    calls: t('person.calls', { count: shown }),
    hard: t('person.hard', { count: hard }),
    days,
  })
  const date = (wall: number) => dateTimeFormat(i18n.language, { day: 'numeric', month: 'short' }).format(wall)
  return (
    <figure className="flex flex-col gap-1">
      <div role="img" aria-label={read} className="flex h-16 items-end gap-px">
        {bars.map((bar) => (
          <span
            key={bar.at}
            className={`min-w-0 flex-1 rounded-t-[2px] ${bar.hard > 0 ? 'bg-warn' : bar.calls > 0 ? 'bg-edge' : 'bg-line'}`}
            style={{ height: bar.calls === 0 ? '4px' : `${12 + (88 * bar.talkedMs) / tallest}%` }}
          />
        ))}
      </div>
      <figcaption className="flex justify-between gap-2 text-small text-faint tabular-nums">
        <span className="flex-none">{date(now - (days - 1) * day)}</span>
        <span className="text-center">{t('person.bars')}</span>
        <span className="flex-none">{date(now)}</span>
      </figcaption>
    </figure>
  )
}
