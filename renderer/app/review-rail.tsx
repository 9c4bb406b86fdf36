import { useTranslation } from 'react-i18next'
import { Kbd } from '../ui/kbd.tsx'
import { RailItem } from './review-rail-item.tsx'
import { type ReviewView, reviewViews } from './review-view.ts'

interface ReviewRailProps {
  readonly view: ReviewView
  readonly isWide: boolean
  /** Callbacks that somebody waits for now. */
  readonly due: number
  /** Calls that are promised and not made yet. */
  readonly promised: number
  /** Calls there are of all; null while they are counted. */
  readonly calls: number | null
  /** What is said of the last backup; empty where nothing is known of one. */
  readonly backup: string
  readonly onView: (view: ReviewView) => void
  readonly onLeave: () => void
  readonly onRoom: (room: 'callbacks' | 'briefs' | 'playbooks') => void
}

const rooms = ['callbacks', 'briefs', 'playbooks'] as const

const shapes = {
  column: 'flex min-h-0 flex-col gap-0.5 overflow-y-auto border-e border-line px-2 py-3.5',
  line: 'flex flex-none flex-wrap gap-0.5 border-b border-line px-2 py-1.5',
} as const

/** Where one can go from here: a column where there is room, else a line above. */
export function ReviewRail({ view, isWide, due, promised, calls, backup, onView, onLeave, onRoom }: ReviewRailProps) {
  const { t, i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language)
  const figureOf = (name: ReviewView) => {
    if (name === 'today' && due > 0)
      return <span className="text-small font-semibold text-danger tabular-nums">{t('review.due', { count: due })}</span>
    return name === 'notes' && calls !== null && isWide ? (
      <span className="text-small tabular-nums">{format.format(calls)}</span>
    ) : null
  }
  return (
    <nav aria-label={t('review.views')} className={isWide ? shapes.column : shapes.line}>
      {reviewViews.map((name, index) => (
        <RailItem
          key={name}
          label={t(`review.view.${name}`)}
          shortcut={String(index + 1)}
          isCurrent={name === view}
          isWide={isWide}
          onPress={() => onView(name)}
        >
          {figureOf(name)}
          {isWide ? <Kbd keys={String(index + 1)} /> : null}
        </RailItem>
      ))}
      {isWide ? (
        <>
          <hr className="mx-2.5 my-2 border-line" />
          {rooms.map((name) => (
            <RailItem key={name} label={t(`review.room.${name}`)} isWide onPress={() => onRoom(name)}>
              {name === 'callbacks' && promised > 0 ? (
                <span className="text-small tabular-nums">
                  <span className="sr-only">{t('review.promised', { count: promised })}</span>
                  <span aria-hidden="true">{format.format(promised)}</span>
                </span>
              ) : null}
            </RailItem>
          ))}
          <RailItem label={t('review.leave')} shortcut="Escape" isWide onPress={onLeave}>
            <Kbd keys="Esc" />
          </RailItem>
          <p className="mt-auto px-2.5 pt-4 text-small text-muted">
            {t('review.local')} {backup}
          </p>
        </>
      ) : null}
    </nav>
  )
}
