import '../words/rooms.ts'
import { type RefObject, useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { ArrowList } from '../ui/arrow-list.tsx'
import type { Search } from './search.ts'
import type { Suggestion } from './suggest.ts'

interface SearchHelpProps {
  readonly search: () => Promise<Search>
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly searchInput: RefObject<HTMLInputElement | null>
}

/** What the query could go on with, below its box; the arrow keys lead there, and Escape leads back. */
export function SearchHelp({ search, query, onQuery, searchInput }: SearchHelpProps) {
  const suggestions = useSuggestions(search, query, searchInput)
  const { t } = useTranslation()
  const backToBox = (caret = query.length) => {
    searchInput.current?.focus()
    requestAnimationFrame(() => searchInput.current?.setSelectionRange(caret, caret))
  }
  const take = ({ text, caret }: Suggestion) => {
    onQuery(text)
    backToBox(caret)
  }
  if (suggestions.length === 0) return null
  return (
    <div
      data-suggestions
      className="absolute inset-x-0 top-full z-10 mt-1 rounded-lg border border-edge bg-surface p-1 shadow-card"
    >
      <ArrowList label={t('search.suggestions')}>
        {suggestions.map((suggestion) => (
          <li key={suggestion.text}>
            <Button
              preventFocusOnPress
              onPress={() => take(suggestion)}
              onKeyDown={(event) => (event.key === 'Escape' ? backToBox() : event.continuePropagation())}
              className="flex w-full items-baseline gap-2 rounded-small px-2 py-1 text-start hover:bg-sunken data-focus-visible:bg-accent-soft"
            >
              <bdi className="flex-none font-medium text-accent">
                {suggestion.value === '' ? nameOf(suggestion) : suggestion.value}
              </bdi>
              <span className="min-w-0 truncate text-small text-muted">{t(`search.filters.${suggestion.filter}`)}</span>
            </Button>
          </li>
        ))}
      </ArrowList>
    </div>
  )
}

function nameOf({ filter }: Suggestion): string {
  return filter === 'hard' ? filter : `${filter}:`
}

/** Those for the newest query; the ones before stay until they are there. */
function useSuggestions(search: SearchHelpProps['search'], query: string, searchInput: SearchHelpProps['searchInput']) {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  useEffect(() => {
    let isWanted = true
    const caret = searchInput.current?.selectionStart ?? query.length
    void search()
      .then((opened) => opened.suggest(query, caret))
      .then((found) => {
        if (isWanted) setSuggestions(found)
      })
    return () => {
      isWanted = false
    }
  }, [search, query, searchInput])
  useEffect(() => {
    const input = searchInput.current
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return
      const first = input?.closest('.relative')?.querySelector<HTMLButtonElement>('[data-suggestions] button')
      if (!first) return
      event.preventDefault()
      first.focus()
    }
    input?.addEventListener('keydown', enter)
    return () => input?.removeEventListener('keydown', enter)
  }, [searchInput])
  return suggestions
}
