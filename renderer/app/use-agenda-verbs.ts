import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { isOpen } from '../../shared/callbacks/callback.ts'
import type { CallbackFact } from '../../shared/callbacks/callback-transitions.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import type { Result } from '../../shared/result.ts'
import { type Reading, whoText } from '../callbacks/agenda-words.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { PromiseDraft } from '../callbacks/promise-draft.ts'
import { saidInLine } from '../callbacks/said-in-line.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { AskFailure } from './asking.ts'
import { failureText } from './failure-text.ts'

/** What was just done, and how to take it back. */
export interface AgendaNews {
  readonly said: string
  readonly isTrouble: boolean
  readonly undo: (() => void) | undefined
  /** The phone cannot be dialled from here: this number, by the system's own dialler or by hand. */
  readonly number: string | null
}

/** What can be done with one callback; an absent verb makes no sense now. */
export interface AgendaVerbs {
  readonly call: (() => void) | undefined
  /** Only of one that rings: any other is quiet anyway. */
  readonly snooze: (() => void) | undefined
  /** `beware` is what the agent has to know of the new time. */
  readonly move: ((to: PromisedTime, reason: string, beware: readonly string[]) => void) | undefined
  readonly handOver: (() => void) | undefined
  readonly markKept: (() => void) | undefined
  readonly cancel: ((reason: string) => void) | undefined
  readonly markMissed: ((reason: string) => void) | undefined
  readonly reopen: (() => void) | undefined
  readonly edit: (part: Partial<PromiseDraft>) => void
}

const snoozeMinutes = 5

export interface AgendaDeeds {
  readonly news: AgendaNews | null
  readonly tell: (news: AgendaNews | null) => void
  readonly verbsOf: (callback: Callback) => AgendaVerbs
}

export function useAgendaVerbs(callbacks: Callbacks, reading: Reading): AgendaDeeds {
  const [news, setNews] = useState<AgendaNews | null>(null)
  const alarms = useReadable(callbacks.alarms)
  const { t } = useTranslation()
  const rings = (id: CallbackId) => alarms.some(({ callbackId, stage }) => callbackId === id && stage !== 'waiting')
  const trouble = (said: string) => setNews({ said, isTrouble: true, undo: undefined, number: null })
  const done = (said: string, undo?: () => void) => setNews({ said, isTrouble: false, undo, number: null })

  async function putBack(before: Callback, after: Callback): Promise<void> {
    const kept = await callbacks.putBack(before, after)
    if (!kept.ok) trouble(t('agenda.notKept'))
    else if (kept.value === undefined) trouble(t('agenda.notUndone'))
    else setNews(null)
  }

  async function keep(before: Callback, said: string, work: ReturnType<Callbacks['told']>): Promise<void> {
    const kept = await work
    if (!kept.ok) return trouble(t('agenda.notKept'))
    const { value: after } = kept
    if (after) done(said, () => void putBack(before, after))
    else trouble(t('agenda.gone'))
  }

  async function snooze(callback: Callback, who: string): Promise<void> {
    const given = await callbacks.snooze(callback.id, snoozeMinutes)
    if (!given.ok) return trouble(failureText(t, given.failure))
    const found = await callbacks.store.find(callback.id)
    const after = found.ok ? found.value : undefined
    done(t('agenda.said.snooze', { who }), after && (() => void putBack(callback, after)))
  }

  async function order(said: string, work: Promise<Result<unknown, AskFailure>>): Promise<void> {
    const given = await work
    if (given.ok) done(said)
    else trouble(failureText(t, given.failure))
  }

  function verbsOf(callback: Callback): AgendaVerbs {
    const { id, state, deputy } = callback
    const who = whoText(t, callback)
    const pending = state === 'pending'
    const open = isOpen(callback)
    const tell = (fact: CallbackFact, said: string) => void keep(callback, said, callbacks.told(id, fact))
    return {
      call: pending && callback.person.number ? () => void dial(callback, who) : undefined,
      snooze: pending && rings(id) ? () => void snooze(callback, who) : undefined,
      move: open
        ? (to, reason, beware) => {
            const moved = t('agenda.said.move', { who, time: saidInLine(to, reading) })
            tell({ type: 'renegotiated', to, reason }, [moved, ...beware].join(' '))
          }
        : undefined,
      handOver: pending && deputy ? () => void order(t('agenda.said.handOver', { who }), callbacks.handOver(id)) : undefined,
      markKept: open ? () => tell({ type: 'keptByHand' }, t('agenda.said.kept', { who })) : undefined,
      cancel: open ? (reason) => tell({ type: 'cancelled', reason }, t('agenda.said.cancel', { who })) : undefined,
      markMissed: open ? (reason) => tell({ type: 'missed', reason }, t('agenda.said.missed', { who })) : undefined,
      reopen: open ? undefined : () => tell({ type: 'reopened' }, t('agenda.said.reopen', { who })),
      edit: (part) => void keep(callback, t('agenda.said.edit', { who }), callbacks.edit(id, part)),
    }
  }

  async function dial({ id, person }: Callback, who: string): Promise<void> {
    const dialled = await callbacks.call(id, 'dialer')
    if (dialled.ok) done(t('agenda.said.call', { who }))
    else if (dialled.failure.kind === 'dialer.cannot')
      setNews({ said: t('agenda.said.byPhone', { who }), isTrouble: false, undo: undefined, number: person.number })
    else trouble(failureText(t, dialled.failure))
  }

  return { news, tell: setNews, verbsOf }
}
