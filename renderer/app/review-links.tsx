import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { DayCall } from '../../shared/review/day-figures.ts'
import type { ReviewedCall } from '../review/reviewed.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { whenText } from '../words/times.ts'
import { ReviewList } from './review-list.tsx'
import { ReviewRow } from './review-row.tsx'
import { ReviewSection } from './review-section.tsx'
import type { Steadyline } from './steadyline.ts'
import { useFoundCalls } from './use-found-calls.ts'

interface ReviewLinksProps {
  readonly steadyline: Steadyline
  readonly reviewed: ReviewedCall
  readonly onOpen: (id: CallId) => void
  readonly onLink: (other: DayCall) => void
  readonly onUnlink: (other: DayCall) => void
}

/** Other calls about the same matter; each of them names this one too. */
export function ReviewLinks({ steadyline, reviewed, onOpen, onLink, onUnlink }: ReviewLinksProps) {
  const [isAdding, setIsAdding] = useState(false)
  const { t, i18n } = useTranslation()
  const { linked } = reviewed
  const when = (wall: number) => whenText(wall, Date.now(), i18n.language)
  return (
    <ReviewSection title={t('review.links.title')}>
      {linked.length === 0 ? (
        <p className="text-muted">{t('review.links.none')}</p>
      ) : (
        <ul aria-label={t('review.links.list')}>
          {linked.map((other) => (
            <li key={other.call.id} className="flex items-center gap-2 border-t border-line first:border-0">
              <div className="min-w-0 flex-1">
                <ReviewRow found={other} when={when(other.call.startedAt)} isCurrent={false} onOpen={onOpen} />
              </div>
              <TextButton label={t('review.links.remove')} onPress={() => onUnlink(other)} />
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <LinkPicker
          {...{ steadyline, reviewed, when }}
          onPick={(other) => {
            setIsAdding(false)
            onLink(other)
          }}
          onClose={() => setIsAdding(false)}
        />
      ) : (
        <WideButton label={t('review.links.add')} onPress={() => setIsAdding(true)} />
      )}
    </ReviewSection>
  )
}

interface LinkPickerProps {
  readonly steadyline: Steadyline
  readonly reviewed: ReviewedCall
  readonly when: (wall: number) => string
  readonly onPick: (other: DayCall) => void
  readonly onClose: () => void
}

const mostShown = 8
const lookedThrough = 50

function LinkPicker({ steadyline, reviewed, when, onPick, onClose }: LinkPickerProps) {
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const storage = useReadable(steadyline.storage)
  const found = useFoundCalls(steadyline, query, lookedThrough, storage.kind)
  const { t } = useTranslation()
  const taken = new Set([reviewed.call.id, ...reviewed.linked.map(({ call }) => call.id)])
  const offered = (found?.calls ?? []).filter(({ call, note }) => note !== null && !taken.has(call.id)).slice(0, mostShown)
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line bg-surface p-2.5">
      <SearchBox label={t('review.links.search')} query={query} onChange={setQuery} inputRef={input} onLeave={onClose} />
      {found && offered.length === 0 ? <p className="px-1 text-muted">{t('review.links.nothing')}</p> : null}
      <ReviewList
        label={t('review.links.found')}
        calls={offered}
        chosen={null}
        query={found?.answer?.marks.join(' ') ?? ''}
        when={when}
        onOpen={(id) => {
          const other = offered.find(({ call }) => call.id === id)
          if (other) onPick(other)
        }}
      />
      <WideButton label={t('review.links.cancel')} onPress={onClose} />
    </div>
  )
}
