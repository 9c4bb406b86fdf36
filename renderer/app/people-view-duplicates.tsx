import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/people/person.ts'
import { DuplicateCard } from '../people/duplicate-card.tsx'
import type { People } from '../people/people.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { type Mending, useFound } from './person-watch.ts'

interface PeopleViewDuplicatesProps {
  readonly people: People
  readonly mending: Mending
}

const step = 2

/** Pairs who may be one person, a few at a time. */
export function PeopleViewDuplicates({ people, mending: { mend } }: PeopleViewDuplicatesProps) {
  const [limit, setLimit] = useState(step)
  const found = useFound(people, null, lookFor)?.value ?? []
  const { t } = useTranslation()
  const rest = found.length - limit
  if (found.length === 0) return null
  return (
    <section aria-label={t('person.same')} className="flex flex-col gap-2 px-3.5 pt-1 pb-3">
      <h2 className="text-small font-semibold text-muted">{t('person.same')}</h2>
      <ul className="flex flex-col gap-2">
        {found.slice(0, limit).map((duplicate) => {
          const { one, other } = duplicate
          const said = { who: nameOf(one), other: nameOf(other) }
          return (
            <DuplicateCard
              key={`${one.id} ${other.id}`}
              duplicate={duplicate}
              onMerge={() => mend(people.merge(one.id, other.id), t('person.said.merged', said))}
              onApart={() => mend(people.setApart(one.id, other.id), t('person.said.apart', said))}
            />
          )
        })}
      </ul>
      {rest > 0 ? <WideButton label={t('person.allSame', { count: rest })} onPress={() => setLimit(limit + 10)} /> : null}
    </section>
  )
}

function lookFor(people: People) {
  return people.watchDuplicates()
}

function nameOf({ name, numbers }: Person): string {
  return name || (numbers[0] ?? '')
}
