import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readable } from '../../shared/readable.ts'
import type { Mended, People } from '../people/people.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Steadyline } from './steadyline.ts'
import { watching } from './use-agenda.ts'

/** Null until they are loaded and the store is open. */
export function usePeopleOf(steadyline: Steadyline): People | null {
  const [people, setPeople] = useState<People | null>(null)
  const isOpen = useReadable(steadyline.storage).kind === 'open'
  useEffect(() => {
    if (!isOpen) return
    let isWanted = true
    void steadyline.people().then((loaded) => {
      if (isWanted) setPeople(loaded)
    })
    return () => {
      isWanted = false
    }
  }, [steadyline, isOpen])
  return people
}

/** What was found last, and for which question; what the question before found stays until there is an answer. */
export function useFound<Question, Value>(
  people: People | null,
  question: Question,
  look: (people: People, question: Question) => Readable<Value | undefined>,
): { readonly of: Question; readonly value: Value } | undefined {
  const [found, setFound] = useState<{ readonly of: Question; readonly value: Value }>()
  useEffect(() => {
    if (people === null) return
    return watching(look(people, question), (value) => {
      if (value !== undefined) setFound({ of: question, value })
    })
  }, [people, question, look])
  return found
}

/** What was just done, and how to take it back. */
export interface PersonNews {
  readonly said: string
  readonly isTrouble: boolean
  readonly undo: (() => void) | undefined
}

export interface Mending {
  readonly news: PersonNews | null
  readonly tell: (news: PersonNews | null) => void
  readonly mend: (work: Promise<Mended>, said: string) => void
}

export function useMending(): Mending {
  const [news, tell] = useState<PersonNews | null>(null)
  const { t } = useTranslation()
  const trouble = () => tell({ said: t('person.notKept'), isTrouble: true, undo: undefined })

  async function done(work: Promise<Mended>, said: string): Promise<void> {
    const mended = await work
    if (!mended.ok || mended.value === null) return trouble()
    const takeBack = mended.value
    tell({ said, isTrouble: false, undo: () => void takeBack().then((isBack) => (isBack ? tell(null) : trouble())) })
  }

  return { news, tell, mend: (work, said) => void done(work, said) }
}
