import '../words/rooms.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { ErasureFailure, ErasureReceipt } from '../care/erasure.ts'
import { ErasureReceiptCard } from '../care/erasure-receipt.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useResultFocus } from '../ui/use-result-focus.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import { ErasureConfirm } from './care-erasure-confirm.tsx'
import { CareFrame } from './care-frame.tsx'
import { saveAsFile } from './save-as-file.ts'
import type { Steadyline } from './steadyline.ts'

interface CareErasureProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly onExport: (person: PersonKey) => void
}

const shown = 8

export function CareErasure({ steadyline, onExport }: CareErasureProps) {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<Person | null>(null)
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null)
  const [failure, setFailure] = useState<ErasureFailure | null>(null)
  const [left, setLeft] = useState<PersonKey | null>(null)
  const people = useRef<HTMLUListElement>(null)
  const { t } = useTranslation()
  const result = useResultFocus<HTMLDivElement>(receipt ?? failure)
  const found = usePeopleFound(steadyline, query)
  /** Back to where they were chosen. */
  const leave = () => {
    setLeft(chosen?.id ?? null)
    choose(null)
  }
  useEffect(() => {
    if (left === null || chosen !== null) return
    const row = [...(people.current?.children ?? [])].find((one) => one.getAttribute('data-person') === left)
    row?.querySelector('button')?.focus()
    setLeft(null)
  }, [left, chosen])
  const choose = (person: Person | null) => {
    setChosen(person)
    setFailure(null)
    setReceipt(null)
  }
  return (
    <CareFrame title={t('erasure.title')} why={t('erasure.why')}>
      {chosen === null ? (
        <>
          <TextInput label={t('erasure.who')} value={query} onChange={setQuery} maxLength={200} />
          {query.trim() !== '' && found?.length === 0 ? <p className="text-note text-muted">{t('erasure.nobody')}</p> : null}
          <ul ref={people} className="flex flex-col gap-1.5">
            {(query.trim() === '' ? [] : (found ?? [])).map((person) => (
              <li key={person.id} data-person={person.id} className="grid">
                <WideButton label={labelOf(person) || t('erasure.noName')} onPress={() => choose(person)} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ErasureConfirm
          key={chosen.id}
          steadyline={steadyline}
          person={chosen}
          onExport={() => onExport(chosen.id)}
          onLeave={leave}
          onErased={(made) => {
            choose(null)
            setQuery('')
            setReceipt(made)
          }}
          onFailed={(kind) => {
            if (kind.kind === 'erasure.givenUp') leave()
            else choose(null)
            setFailure(kind)
          }}
        />
      )}
      <div ref={result} tabIndex={-1} className="rounded-card empty:hidden">
        {failure ? (
          <p role="alert" className="rounded-card bg-danger-soft px-3.5 py-2.5 text-note font-medium">
            {t(said[failure.kind])}
          </p>
        ) : null}
        {receipt ? (
          <ErasureReceiptCard receipt={receipt} save={(text) => saveAsFile('erasure-receipt.txt', 'text/plain', text)} />
        ) : null}
      </div>
    </CareFrame>
  )
}

const said = {
  'erasure.givenUp': 'erasure.givenUp',
  'erasure.noSuchPerson': 'erasure.gone',
  'erasure.onDesk': 'erasure.onDesk',
  'storage.stopped': 'erasure.stopped',
} as const satisfies Readonly<Record<ErasureFailure['kind'], string>>

function labelOf({ name, numbers }: Person): string {
  return [name, numbers[0] ?? ''].filter(Boolean).join(' · ')
}

function usePeopleFound(steadyline: Steadyline, query: string): readonly Person[] | undefined {
  const [found, setFound] = useState<readonly Person[]>()
  useEffect(() => {
    let off: (() => void) | null = null
    let isGone = false
    void steadyline.people().then((people) => {
      if (isGone) return
      const watched = people.watch(query, shown)
      const take = () => setFound(watched.get()?.people.map(({ person }) => person))
      off = watched.subscribe(take)
      take()
    })
    return () => {
      isGone = true
      off?.()
    }
  }, [steadyline, query])
  return found
}
