import type { TFunction } from 'i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import type { Readable } from '../../shared/readable.ts'
import type { DayCall } from '../../shared/review/day-figures.ts'
import type { Review } from '../review/review.ts'
import { dateTimeFormat } from '../words/times.ts'
import { type LocalDay, spanOf } from './review-days.ts'
import type { Steadyline } from './steadyline.ts'

export interface ToExport {
  readonly title: string
  readonly calls: readonly DayCall[]
  readonly callbacks: readonly Callback[]
  /** How many there are of all: a file has room for so many. */
  readonly total: number
}

/** What a file for a supervisor would be made of, read when it is asked for. */
export interface ExportSource {
  read(): Promise<ToExport>
}

const mostCalls = 1000
const none = { calls: [], callbacks: [], total: 0 }

export function dayToExport(review: Review, day: LocalDay, t: TFunction, locale: string): ExportSource {
  const span = spanOf(day)
  const title = t('review.export.day', { day: dateTimeFormat(locale, { dateStyle: 'full' }).format(span.from) })
  return {
    async read() {
      const { calls, promised } = await first(review.watchDay(span))
      return { title, calls, callbacks: promised, total: calls.length }
    },
  }
}

export function foundToExport({ notes, search }: Steadyline, review: Review, query: string, t: TFunction): ExportSource {
  const asked = query.trim()
  const title = asked === '' ? t('review.export.newest') : t('review.export.found', { query: asked })
  return {
    async read() {
      if (asked === '') {
        const { calls, total } = await first(notes.watchNewest(mostCalls))
        return withPromises(review, title, calls, total)
      }
      const answer = await (await search()).ask(asked, { limit: mostCalls })
      return answer ? withPromises(review, title, answer.hits, answer.total) : { ...none, title }
    },
  }
}

export function personToExport(review: Review, person: PersonKey, t: TFunction): ExportSource {
  return {
    async read() {
      const found = await review.callsOf(person)
      if (!found.ok || found.value === null) return { ...none, title: t('review.export.person', { who: '' }) }
      const { name, calls } = found.value
      const who = name || calls[0]?.call.party.number || ''
      return withPromises(review, t('review.export.person', { who }), calls.slice(0, mostCalls), calls.length)
    },
  }
}

async function withPromises(review: Review, title: string, calls: readonly DayCall[], total: number): Promise<ToExport> {
  const promised = await review.promisedIn(calls.map(({ call }) => call.id))
  return { title, calls, callbacks: promised.ok ? promised.value : [], total }
}

function first<Value>(watched: Readable<Value | undefined>): Promise<Value> {
  return new Promise((resolve) => {
    let off = (): void => undefined
    const take = () => {
      const value = watched.get()
      if (value === undefined) return
      resolve(value)
      queueMicrotask(() => off())
    }
    off = watched.subscribe(take)
    take()
  })
}
