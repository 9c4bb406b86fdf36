import '../words/rooms.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Call, isPractice, type Party } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import { inDays } from '../callbacks/moved-time.ts'
import { saidInLine } from '../callbacks/said-in-line.ts'
import { UnwrittenAlarm } from '../callbacks/unwritten-alarm.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface PromiseFollowUpProps {
  readonly call: Call
  readonly person?: Party
  readonly callbacks: Callbacks
}

const daysUntil = { satisfaction: 7, thanks: 1 } as const

/** A call that went well is worth another one: to ask whether it lasted, or to say thanks. */
export function PromiseFollowUp({ call, person = call.party, callbacks }: PromiseFollowUpProps) {
  const [made, setMade] = useState<Callback | 'failed' | null>(null)
  const { t, i18n } = useTranslation()
  const { number } = person
  useEffect(() => {
    void callbacks.store.openFor(number).then((found) => {
      const known = found.ok ? found.value.find(({ callId, kind }) => callId === call.id && kind !== 'callback') : undefined
      if (known) setMade((now) => now ?? known)
    })
  }, [callbacks, number, call.id])
  const promise = async (kind: 'satisfaction' | 'thanks') => {
    const promised = await callbacks.promise({
      kind,
      person,
      callId: call.id,
      time: inDays(call.startedAt, daysUntil[kind], Date.now(), ownZone()),
      reason: t(kind === 'satisfaction' ? 'agenda.checkInWhy' : 'agenda.thanksWhy'),
      topic: '',
      promised: '',
      priority: 'normal',
      keeper: 'me',
      deputy: null,
      notes: '',
      practice: isPractice(call),
    })
    setMade(promised.ok ? promised.value : 'failed')
  }
  const undo = async ({ id }: Callback) => {
    const cancelled = await callbacks.told(id, { type: 'cancelled', reason: '' })
    setMade(cancelled.ok ? null : 'failed')
  }
  if (number === '') return null
  return (
    <section aria-label={t('agenda.followUp')} className="flex flex-col gap-2 border-t border-line pt-3">
      <h2 className="text-small font-semibold text-accent">{t('agenda.followUp')}</h2>
      {made === 'failed' ? (
        <p role="alert" className="text-note font-medium text-danger">
          {t('agenda.notKept')}
        </p>
      ) : null}
      {made !== null && made !== 'failed' ? (
        <>
          <p role="status" className="flex flex-wrap gap-x-4 text-note font-medium">
            <span>
              {t('agenda.followUpSaid', {
                time: saidInLine(made.due, { now: Date.now(), locale: i18n.language, ownZone: ownZone() }),
              })}
            </span>
            <TextButton label={t('agenda.undo')} onPress={() => void undo(made)} />
          </p>
          <UnwrittenAlarm id={made.id} unwritten={callbacks.unwritten} />
        </>
      ) : (
        <div className="flex flex-wrap gap-2 *:flex-auto">
          <WideButton label={t('agenda.checkIn')} onPress={() => void promise('satisfaction')} />
          <WideButton label={t('agenda.thankThem')} onPress={() => void promise('thanks')} />
        </div>
      )}
    </section>
  )
}
