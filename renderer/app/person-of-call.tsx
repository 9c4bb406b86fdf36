import '../words/rooms.ts'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { Person } from '../../shared/people/person.ts'
import type { People } from '../people/people.ts'
import { PersonName } from '../people/person-name.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { PersonNewsBar } from './person-news.tsx'
import { useFound, useMending, usePeopleOf } from './person-watch.ts'
import type { Steadyline } from './steadyline.ts'

interface PersonOfCallProps {
  readonly steadyline: Steadyline
  readonly call: CallRecord
  readonly note: Note | null
}

const mostOffered = 5

/** Whose call it was, where the number does not say it or says it wrongly. */
export function PersonOfCall({ steadyline, call, note }: PersonOfCallProps) {
  const [query, setQuery] = useState<string | null>(null)
  const people = usePeopleOf(steadyline)
  const owner = useFound(people, call.id, lookForOwner)
  const found = useFound(
    people,
    useMemo(() => query?.trim() ?? '', [query]),
    lookFor,
  )
  const mending = useMending()
  const { t } = useTranslation()
  if (people === null || owner?.of !== call.id) return null
  const close = () => setQuery(null)
  const give = (person: Person) => {
    mending.mend(people.moveCall(call.id, person.id), t('person.said.moved', { who: person.name || (person.numbers[0] ?? '') }))
    close()
  }
  const isFiled = note?.person === undefined
  return (
    <section
      aria-label={t('person.whose')}
      className="flex flex-col gap-2 rounded-card border border-line bg-surface px-3.5 py-2.5"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 text-note">
        <h2 className="font-semibold">{t('person.whose')}</h2>
        <span className="min-w-0 flex-1">{owner.value ? <PersonName person={owner.value} /> : t('person.whoseNobody')}</span>
        {query === null ? (
          <TextButton label={t(owner.value ? 'person.change' : 'person.nameIt')} onPress={() => setQuery('')} />
        ) : null}
        {isFiled ? null : (
          <TextButton
            label={t('person.toNumber')}
            onPress={() => mending.mend(people.moveCall(call.id, null), t('person.said.back'))}
          />
        )}
      </div>
      {query === null ? null : (
        <form
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.stopPropagation()
            close()
          }}
          className="flex flex-col gap-1.5"
        >
          <TextInput label={t('person.find')} value={query} onChange={setQuery} maxLength={120} autoFocus />
          {(found?.value?.people ?? []).map(({ person }) => (
            <WideButton key={person.id} label={labelOf(person)} onPress={() => give(person)} />
          ))}
          {query.trim() === '' ? null : (
            <WideButton
              label={t('person.newPerson', { name: query.trim() })}
              onPress={() => {
                mending.mend(people.nameCaller(call.id, query), t('person.said.named', { who: query.trim() }))
                close()
              }}
            />
          )}
          <WideButton label={t('person.cancel')} onPress={close} />
        </form>
      )}
      <PersonNewsBar mending={mending} />
    </section>
  )
}

function labelOf({ name, numbers }: Person): string {
  return [name, numbers[0]].filter(Boolean).join(' · ')
}

function lookForOwner(people: People, call: CallRecord['id']) {
  return people.watchOwner(call)
}

function lookFor(people: People, query: string) {
  return people.watch(query, mostOffered)
}
