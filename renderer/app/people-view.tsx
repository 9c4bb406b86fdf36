import '../words/rooms.ts'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonKey } from '../../shared/people/person.ts'
import type { People } from '../people/people.ts'
import { PersonRow } from '../people/person-row.tsx'
import { ArrowList } from '../ui/arrow-list.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useWallNow } from '../ui/wall-now.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { PeopleViewDuplicates } from './people-view-duplicates.tsx'
import { PersonNewsBar } from './person-news.tsx'
import { useFound, useMending, usePeopleOf } from './person-watch.ts'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

interface PeopleViewProps {
  readonly steadyline: Steadyline
  readonly shown: PersonKey | null
  readonly onShow: (person: PersonKey) => void
  readonly keysAreOn: boolean
}

const step = 60

/** Everybody who calls: those spoken with last, or those who are searched for. */
export function PeopleView({ steadyline, shown, onShow, keysAreOn }: PeopleViewProps) {
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(step)
  const searchInput = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const asked = useDeferredValue(query)
  const people = usePeopleOf(steadyline)
  const found = useFound(
    people,
    useMemo(() => ({ query: asked, limit }), [asked, limit]),
    lookFor,
  )
  const mending = useMending()
  const { t } = useTranslation()
  const now = Math.floor(useWallNow() / 60_000) * 60_000
  const isSearch = found !== undefined && found.of.query.trim() !== ''

  useKeys({ '/': () => searchInput.current?.focus() }, keysAreOn)

  const leaveSearch = () => list.current?.querySelector<HTMLElement>('li button')?.focus()
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <search className="flex-none px-3.5 pt-3.5 pb-2">
        <SearchBox
          label={t('person.search')}
          query={query}
          onChange={(text) => {
            setQuery(text)
            setLimit(step)
          }}
          inputRef={searchInput}
          onLeave={leaveSearch}
        />
        {found ? (
          <p role="status" className="flex justify-between gap-2 px-0.5 pt-2 text-small text-muted tabular-nums">
            <span>{t(isSearch ? 'person.found' : 'person.count', { count: found.value.total })}</span>
            {isSearch || found.value.total === 0 ? null : <span>{t('person.lately')}</span>}
          </p>
        ) : null}
      </search>
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto">
        {people && !isSearch ? <PeopleViewDuplicates people={people} mending={mending} /> : null}
        {found && found.value.people.length === 0 ? (
          <div className="px-4 py-6 text-center">
            <p className="font-semibold">{isSearch ? t('person.none', { query: found.of.query }) : t('person.empty')}</p>
            {isSearch ? <p className="text-note text-muted">{t('person.noneHint')}</p> : null}
          </div>
        ) : null}
        <ArrowList label={t('person.list')} className="flex flex-col">
          {(found?.value.people ?? []).map((seen) => (
            <li key={seen.person.id} className="border-t border-line">
              <PersonRow seen={seen} now={now} isShown={seen.person.id === shown} onOpen={() => onShow(seen.person.id)} />
            </li>
          ))}
        </ArrowList>
        {found && found.value.people.length < found.value.total && found.value.people.length >= found.of.limit ? (
          <div className="flex flex-col p-3.5">
            <WideButton label={t('person.more')} onPress={() => setLimit(limit + step)} />
          </div>
        ) : null}
      </div>
      <PersonNewsBar mending={mending} />
    </div>
  )
}

function lookFor(people: People, { query, limit }: { readonly query: string; readonly limit: number }) {
  return people.watch(query, limit)
}
