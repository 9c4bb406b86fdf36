import type { CallId } from '../../shared/call/call.ts'
import type { DayCall } from '../../shared/review/day-figures.ts'
import { ArrowList } from '../ui/arrow-list.tsx'
import { ReviewRow } from './review-row.tsx'

interface ReviewListProps<Found extends DayCall> {
  readonly label: string
  /** Written above it. */
  readonly title?: string
  readonly tone?: 'plain' | 'warn' | 'danger'
  readonly calls: readonly Found[]
  readonly chosen: CallId | null
  readonly query?: string
  readonly when: (wall: number) => string
  readonly textOf?: (found: Found) => string | undefined
  readonly remarksOf?: (found: Found) => readonly string[]
  readonly onOpen: (id: CallId) => void
}

const tones = { plain: 'text-muted', warn: 'text-warn', danger: 'text-danger' } as const

export function ReviewList<Found extends DayCall>({ label, title, tone = 'plain', calls, ...each }: ReviewListProps<Found>) {
  return (
    <section aria-label={title ?? label}>
      {title ? <h2 className={`px-4 pt-2.5 pb-1.5 text-small font-semibold ${tones[tone]}`}>{title}</h2> : null}
      <ArrowList label={label} className="flex flex-col">
        {calls.map((found) => (
          <li key={found.call.id} className="border-t border-line">
            <ReviewRow
              found={found}
              when={each.when(found.call.startedAt)}
              query={each.query ?? ''}
              text={each.textOf?.(found)}
              remarks={each.remarksOf?.(found) ?? []}
              isCurrent={found.call.id === each.chosen}
              onOpen={each.onOpen}
            />
          </li>
        ))}
      </ArrowList>
    </section>
  )
}
