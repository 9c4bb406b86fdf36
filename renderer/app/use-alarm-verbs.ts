import { useCallback, useMemo, useState } from 'react'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { NoticeAction } from '../../shared/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { AskFailure } from './asking.ts'

export interface AlarmTrouble {
  readonly failure: AskFailure
  /** Of whoever should be called. */
  readonly number: string
}

export interface AlarmVerbs {
  readonly trouble: AlarmTrouble | null
  call(id: CallbackId): void
  snooze(id: CallbackId, minutes: number): void
  handOver(id: CallbackId): void
  /** In a notification of the system. */
  picked(id: CallbackId, action: NoticeAction): void
  dismiss(): void
}

/** Minutes, as the system's notification says it. */
const usualSnooze = 5

export function useAlarmVerbs(callbacks: Callbacks): AlarmVerbs {
  const [trouble, setTrouble] = useState<AlarmTrouble | null>(null)

  const order = useCallback(
    async (id: CallbackId, work: Promise<Result<unknown, AskFailure>>) => {
      const given = await work
      const found = given.ok ? undefined : await callbacks.store.find(id)
      setTrouble(given.ok ? null : { failure: given.failure, number: found?.ok ? (found.value?.person.number ?? '') : '' })
    },
    [callbacks],
  )

  return useMemo(() => {
    const call = (id: CallbackId) => void order(id, callbacks.call(id, 'dialer'))
    const snooze = (id: CallbackId, minutes: number) => void order(id, callbacks.snooze(id, minutes))
    const handOver = (id: CallbackId) => void order(id, callbacks.handOver(id))
    const picked = (id: CallbackId, action: NoticeAction) => {
      if (action === 'call') call(id)
      else if (action === 'snooze') snooze(id, usualSnooze)
      else handOver(id)
    }
    return { trouble, call, snooze, handOver, picked, dismiss: () => setTrouble(null) }
  }, [trouble, order, callbacks])
}
