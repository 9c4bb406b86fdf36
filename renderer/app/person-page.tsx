import '../words/rooms.ts'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { Reading } from '../callbacks/agenda-words.ts'
import { CallBars } from '../people/call-bars.tsx'
import { Numbers } from '../people/numbers.tsx'
import type { People } from '../people/people.ts'
import type { PersonFile } from '../people/person-file.ts'
import { PersonHeading } from '../people/person-heading.tsx'
import { Remarks } from '../people/remarks.tsx'
import { StandingLines } from '../people/standing-lines.tsx'
import { Choice } from '../ui/choice.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { useCallOut } from './person-call-out.ts'
import { PersonNewsBar } from './person-news.tsx'
import { PersonTimeline } from './person-timeline.tsx'
import { type Mending, useFound, useMending, usePeopleOf } from './person-watch.ts'
import type { Steadyline } from './steadyline.ts'
import { useReading } from './use-agenda.ts'

interface PersonPageProps {
  readonly steadyline: Steadyline
  readonly person: PersonKey
  readonly onOpenCall: (call: CallId) => void
  readonly onOpenPerson: (person: PersonKey) => void
}

const NewCallback = lazy(() => import('./new-callback.tsx').then(({ NewCallback }) => ({ default: NewCallback })))

const step = 50

/** Somebody: who, how it usually goes, and everything there was. */
export function PersonPage({ steadyline, person: key, onOpenCall }: PersonPageProps) {
  const [limits, setLimits] = useState({ key, limit: step })
  const limit = limits.key === key ? limits.limit : step
  const people = usePeopleOf(steadyline)
  const found = useFound(
    people,
    useMemo(() => ({ key, limit }), [key, limit]),
    lookFor,
  )
  const [promising, setPromising] = useState<PersonKey | null>(null)
  const reading = useReading(steadyline.mirror)
  const mending = useMending()
  const { t } = useTranslation()
  if (people === null || found?.of.key !== key)
    return <p className="grid flex-1 place-items-center text-muted">{t('panel.loading')}</p>
  if (found.value === null) return <p className="grid flex-1 place-items-center p-6 text-center text-muted">{t('person.gone')}</p>
  const file = found.value
  if (promising === key)
    return (
      <Suspense fallback={null}>
        <NewCallback
          {...{ steadyline, reading }}
          person={{ name: file.person.name, number: file.person.numbers[0] ?? '' }}
          onClose={() => setPromising(null)}
          onPromised={(said) => {
            setPromising(null)
            mending.tell({ said, isTrouble: false, undo: undefined })
          }}
        />
      </Suspense>
    )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ScrollArea className="flex flex-1 flex-col gap-4 p-4">
        <PersonTop key={key} {...{ steadyline, people, file, mending, reading }} onPromise={() => setPromising(key)} />
        <PersonTimeline {...{ file, reading, onOpenCall }} onMore={() => setLimits({ key, limit: limit + step })} />
      </ScrollArea>
      <PersonNewsBar mending={mending} />
    </div>
  )
}

function lookFor(people: People, { key, limit }: { readonly key: PersonKey; readonly limit: number }) {
  return people.watchFile(key, limit)
}

interface PersonTopProps {
  readonly steadyline: Steadyline
  readonly people: People
  readonly file: PersonFile
  readonly mending: Mending
  readonly reading: Reading
  readonly onPromise: () => void
}

const looks = ['30', '90'] as const

function PersonTop({ steadyline, people, file: { person, standing, lately }, mending, reading, onPromise }: PersonTopProps) {
  const [days, setDays] = useState<(typeof looks)[number]>('30')
  const callOut = useCallOut(steadyline, mending.tell)
  const { t } = useTranslation()
  const { mend } = mending
  return (
    <>
      <header className="flex flex-col gap-2">
        <PersonHeading person={person} onRename={(name) => mend(people.rename(person.id, name), t('person.said.renamed'))} />
        <Numbers
          numbers={person.numbers}
          onCall={callOut}
          onSplit={splitter(person, (number) => mend(people.split(person.id, number), t('person.said.split', { number })))}
        />
      </header>
      <Remarks
        remarks={person.remarks}
        onChange={(remarks) => mend(people.remark(person.id, remarks), t('person.said.remarked'))}
      />
      <StandingLines standing={standing} now={reading.now} />
      <div className="flex flex-col gap-2">
        <Choice
          label={t('person.days')}
          value={days}
          options={looks.map((value) => ({ value, label: t('person.dayCount', { days: value }) }))}
          onChange={setDays}
        />
        <CallBars calls={lately} days={Number(days)} now={reading.now} />
      </div>
      <WideButton label={t('person.promise')} onPress={onPromise} />
    </>
  )
}

function splitter({ numbers }: Person, split: (number: string) => void): ((number: string) => void) | undefined {
  return numbers.length > 1 ? split : undefined
}
