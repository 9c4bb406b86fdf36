import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { peopleFound } from '../team/people-found.ts'
import { mostPeople } from '../team/people-table.ts'
import { PersonForm } from '../team/person-form.tsx'
import { PersonRow } from '../team/person-row.tsx'
import { PickFileButton } from '../team/pick-file-button.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { useKeys } from './use-keys.ts'

/** What was done to the directory, and how it was before. */
export interface DirectoryNews {
  readonly said: string
  readonly before: readonly Colleague[]
}

interface PeopleListProps {
  readonly people: readonly Colleague[]
  readonly news: DirectoryNews | null
  /** Name of the file that is being read. */
  readonly reading: string | null
  readonly trouble: string | null
  readonly add: (person: Omit<Colleague, 'id'>) => void
  readonly change: (id: Colleague['id'], person: Omit<Colleague, 'id'>) => void
  readonly remove: (person: Colleague) => void
  readonly undo: (before: readonly Colleague[]) => void
  readonly dismiss: () => void
  readonly pick: (file: File) => void
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly onLeave: () => void
}

/** Rows drawn at once; the search finds the others. */
const shown = 100

export function PeopleList({ people, news, reading, trouble, keysAreOn, focusMain, ...list }: PeopleListProps) {
  const [query, setQuery] = useState('')
  const [written, setWritten] = useState<Colleague | 'new' | null>(null)
  const searchInput = useRef<HTMLInputElement>(null)
  const { t } = useTranslation()
  const found = peopleFound(people, query)
  const isFull = people.length >= mostPeople
  const search = people.length > 0 ? () => searchInput.current?.focus() : undefined
  const close = () => {
    setWritten(null)
    focusMain()
  }
  const form = (person: Colleague | null) => (
    <PersonForm
      person={person}
      onCancel={close}
      onSave={(saved) => {
        close()
        if (person) list.change(person.id, saved)
        else list.add(saved)
      }}
    />
  )

  useKeys({ '/': search, 'Shift+/': search, a: isFull ? undefined : () => setWritten('new') }, keysAreOn)

  return (
    <>
      <ScrollArea className="flex flex-1 flex-col gap-3 p-3.5">
        <header>
          <h1 className="text-caller font-semibold">{t('people.title')}</h1>
          <p className="text-note text-muted">{t('people.why')}</p>
        </header>
        {reading ? (
          <p role="status" className="text-note text-muted">
            <bdi>{t('people.reading', { file: reading })}</bdi>
          </p>
        ) : null}
        {trouble ? (
          <p role="alert" className="rounded-card bg-danger-soft px-3.5 py-2.5 text-note font-medium">
            <bdi>{trouble}</bdi>
          </p>
        ) : null}
        {news ? (
          <div
            role="status"
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-card bg-accent-soft px-3.5 py-2.5 text-note"
          >
            <p className="font-medium">
              <bdi>{news.said}</bdi>
            </p>
            <TextButton label={t('playbooks.undo')} onPress={() => list.undo(news.before)} />
            <TextButton label={t('playbooks.dismiss')} onPress={list.dismiss} />
          </div>
        ) : null}
        {written === 'new' ? form(null) : null}
        {people.length === 0 && written === null ? (
          <p className="pt-6 text-center text-muted text-pretty">{t('people.none')}</p>
        ) : null}
        {people.length > 0 ? (
          <>
            <SearchBox label={t('people.search')} query={query} onChange={setQuery} inputRef={searchInput} onLeave={focusMain} />
            <p role="status" className="px-0.5 text-small text-muted tabular-nums">
              {found.length > shown
                ? t('people.someShown', { shown, count: found.length })
                : t('people.found', { count: found.length })}
            </p>
          </>
        ) : null}
        <ul aria-label={t('people.title')} className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
          {found.slice(0, shown).map((person) => (
            <li key={person.id} className="border-line not-first:border-t">
              {written !== null && written !== 'new' && written.id === person.id ? (
                form(person)
              ) : (
                <PersonRow person={person} onEdit={() => setWritten(person)} onRemove={() => list.remove(person)} />
              )}
            </li>
          ))}
        </ul>
      </ScrollArea>
      <div className="flex gap-2 border-t border-line bg-surface px-3.5 py-2.5 *:flex-auto">
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={list.onLeave} />
        <PickFileButton onPick={list.pick} />
        <WideButton look="main" label={t('people.add')} cap="A" isDisabled={isFull} onPress={() => setWritten('new')} />
      </div>
    </>
  )
}
