import { useState } from 'react'
import { type Suggestion, suggestions } from '../../shared/transfer/ranking.ts'
import type { TransferView } from '../checklist/transfer.view.ts'
import { findPeople } from '../transfer/find-people.ts'
import { stillOrder } from '../transfer/still-order.ts'
import type { Mirror } from './steadyline.ts'

export interface Candidates {
  readonly shown: readonly Suggestion[]
  readonly total: number
  /** Who would be asked now. */
  readonly chosen: Suggestion | null
  readonly query: string
  readonly find: (query: string) => void
  readonly choose: (id: string) => void
}

/** More would not be read while a caller waits; the rest is found by typing. */
const mostShown = 5

/** Who may be asked, in an order that stands still until somebody has answered. */
export function useCandidates({ record, brief }: Pick<TransferView, 'record' | 'brief'>, { team, settings }: Mirror): Candidates {
  const now = suggestions(team.people, settings.directory, brief.topic, record.attempts)
  const round = `${record.attempts.map(({ result }) => result).join()} ${brief.topic}`
  const [order, setOrder] = useState<{ readonly round: string; readonly ids: readonly string[] }>({ round: '', ids: [] })
  const [chosen, setChosen] = useState<{ readonly round: string; readonly id: string } | null>(null)
  const [query, find] = useState('')
  const people = order.round === round ? stillOrder(order.ids, now) : now
  const ids = people.map(({ person }) => person.id)
  if (order.round !== round || ids.join('\n') !== order.ids.join('\n')) setOrder({ round, ids })
  const found = findPeople(people, query)
  const picked = chosen?.round === round ? people.find(({ person }) => person.id === chosen.id) : undefined
  return {
    shown: found.slice(0, mostShown),
    total: people.length,
    chosen: picked ?? found[0] ?? null,
    query,
    find,
    choose: (id) => setChosen({ round, id }),
  }
}
