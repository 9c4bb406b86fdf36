import '../words/rooms.ts'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { parseQuery } from './query.ts'
import type { SearchAnswer } from './search-answer.ts'

interface SearchRemarksProps {
  readonly answer: SearchAnswer
  readonly query: string
  readonly onQuery: (query: string) => void
}

const examples = ['kind:demanding', 'hard', 'from:30d', 'number:0142']

/** The filters that are set, and what an agent should know about the answer; with no answer, what could be tried. */
export function SearchRemarks({ answer, query, onQuery }: SearchRemarksProps) {
  const { t, i18n } = useTranslation()
  const { covers, didYouMean, total, whole, isStopped } = answer
  const filters = parseQuery(query, Date.now()).clauses.filter(({ type }) => type !== 'words' && type !== 'unfinished')
  const without = (from: number, to: number) => onQuery(`${query.slice(0, from)}${query.slice(to).trimStart()}`.trim())
  const number = (value: number) => value.toLocaleString(i18n.language)
  return (
    <div className="flex flex-col gap-1 pt-1 text-small text-muted">
      {filters.length > 0 ? (
        <p className="flex flex-wrap gap-1.5">
          {filters.map(({ from, to }) => {
            const filter = query.slice(from, to)
            return (
              <Button
                key={from}
                aria-label={t('search.without', { filter })}
                onPress={() => without(from, to)}
                className="rounded-full bg-accent-soft px-2 py-0.5 font-medium text-accent"
              >
                <bdi>{filter}</bdi> <span aria-hidden="true">×</span>
              </Button>
            )
          })}
        </p>
      ) : null}
      {isStopped ? <p role="status">{t('search.stopped')}</p> : null}
      {didYouMean === null ? null : <p role="status">{t('search.meant', { asked: query, meant: didYouMean })}</p>}
      {whole > 0 && whole < total ? <p>{t('search.wholeFirst')}</p> : null}
      {covers === null ? null : <p>{t('search.covers', { calls: number(covers.calls), of: number(covers.of) })}</p>}
      {total === 0 && filters.length > 0 ? <p>{t('search.fewerFilters')}</p> : null}
      {total === 0 && filters.length === 0 ? (
        <p className="flex flex-wrap items-baseline gap-1.5">
          {t('search.try')}
          {examples.map((example) => (
            <Button
              key={example}
              onPress={() => onQuery(example)}
              className="rounded-small font-medium text-accent underline underline-offset-2"
            >
              {example}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  )
}
