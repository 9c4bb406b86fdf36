import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Call, isOver } from '../../shared/call/call.ts'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { PromiseCard } from '../callbacks/promise-card.tsx'
import type { Deed } from '../callbacks/undone.ts'
import type { Steadyline } from './steadyline.ts'
import { useCallbackOf, useReading } from './use-agenda.ts'
import { useKeys } from './use-keys.ts'

interface OpenPromiseProps {
  readonly id: CallbackId
  readonly call: Call
  readonly steadyline: Steadyline
  readonly keysAreOn: boolean
}

/** A promise in the view of a call that keeps it, or that the agent may say keeps it. */
export function OpenPromise({ id, call, steadyline, keysAreOn }: OpenPromiseProps) {
  'use memo'
  const { callbacks, mirror } = steadyline
  const callback = useCallbackOf(callbacks.store.agenda, id)
  const reading = useReading(mirror)
  const [kept, setKept] = useState<Deed | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const { t } = useTranslation()
  const called = callback?.history.findLast((entry) => entry.type === 'called')
  const lateMs = called?.callId === call.id ? called.lateMs : null
  const isOnTheLine = call.state === 'live' || call.state === 'held' || isOver(call)

  async function keep(callback: Callback): Promise<void> {
    const dialled = await callbacks.told(id, { type: 'called', callId: call.id }, call.startedAt)
    const told = dialled.ok ? await callbacks.told(id, { type: 'reached', callId: call.id }) : dialled
    setIsRefused(!told.ok)
    setKept(told.ok && told.value ? { before: callback, after: told.value } : null)
  }

  async function undo({ before, after }: Deed): Promise<void> {
    const back = await callbacks.putBack(before, after)
    setIsRefused(!back.ok)
    if (back.ok) setKept(null)
  }

  const onKeep = callback?.state === 'pending' && isOnTheLine && lateMs === null ? () => void keep(callback) : undefined
  const onUndo = kept !== null && callback?.state === 'kept' ? () => void undo(kept) : undefined
  useKeys({ y: onUndo ?? onKeep }, keysAreOn)

  if (!callback) return null
  return (
    <PromiseCard
      {...{ callback, lateMs, onKeep, onUndo }}
      saying={reading}
      graceMs={reading.graceMs}
      trouble={isRefused ? t('promise.card.notKept') : null}
    />
  )
}
