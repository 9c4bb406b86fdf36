import { useTranslation } from 'react-i18next'
import { dateTimeFormat } from '../words/times.ts'
import { removedWords } from './removed-words.ts'
import type { RetentionPreview } from './retention.ts'

/** Exactly how much would go, and the oldest calls of it by day and name. */
export function RetentionPreviewList({ preview: { counts, spared, calls } }: { readonly preview: RetentionPreview }) {
  const { t, i18n } = useTranslation()
  const goes = removedWords(t, counts)
  const day = dateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <div role="status" className="flex flex-col gap-2 rounded-card border border-line p-3">
      {goes.length === 0 ? <p>{t('retention.nothing')}</p> : null}
      {goes.length > 0 ? (
        <>
          <p className="font-semibold">{t('retention.wouldGo')}</p>
          <ul>
            {goes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <ul className="max-h-60 overflow-y-auto text-note text-muted">
            {calls.map(({ id, startedAt, party }) => (
              <li key={id}>
                {day.format(startedAt)} <bdi>{party.name || party.number}</bdi>
              </li>
            ))}
          </ul>
          {counts.calls > calls.length ? (
            <p className="text-note text-muted">{t('retention.more', { count: counts.calls - calls.length })}</p>
          ) : null}
        </>
      ) : null}
      {spared > 0 ? <p className="text-note text-muted">{t('retention.spared', { count: spared })}</p> : null}
    </div>
  )
}
