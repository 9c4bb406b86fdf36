import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { type CallId, isPractice } from '../../shared/call/call.ts'
import { isHard } from '../../shared/people/one-time-or-pattern.ts'
import type { DayCall } from '../../shared/review/day-figures.ts'
import { excerpt } from '../notes/excerpt.ts'
import { Highlighted } from '../notes/highlighted.tsx'
import { Outcome } from '../notes/outcome.tsx'
import { Badge } from '../ui/badge.tsx'
import { PhoneNumber } from '../ui/phone-number.tsx'

interface ReviewRowProps {
  readonly found: DayCall
  readonly when: string
  readonly query?: string
  /** In place of the note. */
  readonly text?: string | undefined
  readonly remarks?: readonly string[]
  readonly isCurrent: boolean
  readonly onOpen: (id: CallId) => void
}

/** One call in a list: who, when, how it ended, how hard it was, and what was written. */
export function ReviewRow({ found, when, query = '', text, remarks = [], isCurrent, onOpen }: ReviewRowProps) {
  const { t } = useTranslation()
  const { call, note } = found
  const { name, number } = call.party
  const grade = note?.handling?.outcome.hardness ?? null
  const words = text ?? note?.text ?? ''
  return (
    <Button
      data-call={call.id}
      aria-current={isCurrent}
      onPress={() => onOpen(call.id)}
      className="block w-full border-s-3 border-transparent px-3.5 py-2.5 text-start -outline-offset-2 hover:bg-surface aria-[current=true]:border-accent aria-[current=true]:bg-surface"
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="truncate font-semibold">
          {name ? (
            <bdi>
              <Highlighted text={name} query={query} />
            </bdi>
          ) : number ? (
            <PhoneNumber number={number} />
          ) : (
            t('call.withheld')
          )}
        </span>
        <time className="flex-none text-small text-muted tabular-nums">{when}</time>
      </span>
      <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-small text-muted">
        <Outcome noted={found} query={query} />
        {isHard(note) ? (
          <span className="font-medium text-warn">{grade ? t('review.hardness', { grade }) : t('review.boundary')}</span>
        ) : null}
        {isPractice(call) ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
        {remarks.map((remark) => (
          <bdi key={remark}>{remark}</bdi>
        ))}
      </span>
      {words ? (
        <span className="mt-0.5 line-clamp-2 text-note text-muted">
          <Highlighted text={excerpt(words, query)} query={query} />
        </span>
      ) : null}
    </Button>
  )
}
