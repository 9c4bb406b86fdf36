import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import type { Readable } from '../../shared/readable.ts'
import { filterFrom, type MarkWords, matcherOf } from '../callbacks/agenda-filter.ts'
import type { AgendaPage, AgendaStore, Side } from '../callbacks/agenda-store.ts'
import type { Reading } from '../callbacks/agenda-words.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import type { StorageState } from '../storage/storage-state.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useWallNow } from '../ui/wall-now.ts'
import type { Mirror } from './steadyline.ts'

const stepMs = 15_000

/** The reader's clock in steps, so that a list is not drawn anew each second. */
export function useReading(mirror: Readable<Mirror>): Reading {
  const { i18n } = useTranslation()
  const { graceMinutes } = useReadable(mirror).settings.callbacks
  const now = Math.floor(useWallNow() / stepMs) * stepMs
  return useMemo(
    () => ({ now, locale: i18n.language, ownZone: ownZone(), graceMs: graceMinutes * 60_000 }),
    [now, i18n.language, graceMinutes],
  )
}

export interface FoundCallbacks {
  readonly query: string
  readonly side: Side
  readonly page: AgendaPage
}

/** What the last finished look found, so that the list never blinks; null until the first one. */
export function useAgenda(
  agenda: AgendaStore,
  query: string,
  limit: number,
  now: number,
  storage: StorageState['kind'],
): FoundCallbacks | null {
  const [found, setFound] = useState<FoundCallbacks | null>(null)
  const { t } = useTranslation()
  const words = useMemo((): MarkWords => t('agenda.mark', { returnObjects: true }), [t])
  const { marks } = filterFrom(query, words)
  const side = marks.has('closed') ? 'closed' : 'open'
  const lookedAt = marks.has('overdue') ? now : 0
  useEffect(() => {
    if (storage !== 'open') return
    const filter = filterFrom(query, words)
    const isWhole = filter.text === '' && [...filter.marks].every((mark) => mark === 'closed')
    const watched = agenda.watch(side, isWhole ? null : matcherOf(filter, lookedAt), limit)
    return watching(watched, (page) => page && setFound({ query, side, page }))
  }, [agenda, query, side, words, limit, lookedAt, storage])
  return found
}

/** One callback as it stands; undefined while looking, null when it is not there. */
export function useCallbackOf(agenda: AgendaStore, id: CallbackId | null): Callback | null | undefined {
  const [found, setFound] = useState<{ readonly id: CallbackId; readonly callback: Callback | null }>()
  useEffect(() => {
    if (id === null) return
    return watching(agenda.watchOne(id), (callback) => callback !== undefined && setFound({ id, callback }))
  }, [agenda, id])
  if (id === null) return null
  return found?.id === id ? found.callback : undefined
}

/** Tells what is there and what comes, until the returned off is called. */
export function watching<Value>(watched: Readable<Value>, tell: (value: Value) => void): () => void {
  const take = () => tell(watched.get())
  const off = watched.subscribe(take)
  take()
  return off
}
