import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefAnswer } from '../../shared/contract.ts'
import { type BriefRecord, isSettled } from '../../shared/transfer/brief-record.ts'
import { callbackFromBrief } from '../callbacks/callback-from-brief.ts'
import { BriefReading } from '../transfer/brief-reading.tsx'
import { DeclineReasons } from '../transfer/decline-reasons.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import { DeputyCard } from './deputy-card.tsx'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

interface ReceivedBriefProps {
  readonly record: BriefRecord
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly onLeave: () => void
}

/** A brief before the person it was sent to, and their answer; a promise they take on is theirs before the sender hears of it. */
export function ReceivedBrief({ record, steadyline, asking, keysAreOn, focusMain, onLeave }: ReceivedBriefProps) {
  const [isDeclining, setIsDeclining] = useState(false)
  const [isUnkept, setIsUnkept] = useState(false)
  const { t } = useTranslation()
  const { stage, brief } = record
  const { id: briefId, callback } = brief
  const draft = useMemo(() => callbackFromBrief(brief), [brief])
  const isAsking = !isSettled(stage)
  const asksWhy = isAsking && isDeclining
  const reasons = Object.values(t('inbox.reasons', { returnObjects: true }))

  useEffect(() => {
    if (stage === 'delivered') void steadyline.companion.request('brief.read', { briefId }).catch(() => undefined)
  }, [steadyline, stage, briefId])

  const answer = async (said: BriefAnswer) => (await asking.ask('brief.answer', said))?.ok ?? false
  const takeOn = async () => {
    const isKept = draft === null || (await steadyline.callbacks.promise(draft, briefId)).ok
    setIsUnkept(!isKept)
    if (isKept) await answer({ briefId, answer: 'accepted' })
  }
  const accept = isAsking ? () => void takeOn() : undefined
  const soon = isAsking && stage !== 'soon' && draft === null ? () => void answer({ briefId, answer: 'soon' }) : undefined
  const decline = async (reason: string) => {
    if (await answer({ briefId, answer: 'declined', reason })) onLeave()
  }
  const stopDeclining = () => {
    setIsDeclining(false)
    focusMain()
  }
  const putAway = () => {
    steadyline.inbox.putAway(briefId)
    onLeave()
  }
  const digits = Object.fromEntries(reasons.map((reason, index) => [String(index + 1), () => void decline(reason)]))

  useKeys(
    asksWhy
      ? { ...digits, Escape: stopDeclining }
      : {
          b: isAsking ? () => setIsDeclining(true) : undefined,
          '2': soon,
          Enter: accept ?? putAway,
          Escape: onLeave,
        },
    keysAreOn,
  )

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <BriefReading record={record}>
        {callback ? <DeputyCard promised={callback} isOver={!isAsking} /> : null}
        {isUnkept ? (
          <p role="alert" className="rounded-card bg-danger-soft px-3.5 py-2.5 text-note font-medium text-danger">
            {t('deputy.notKept')}
          </p>
        ) : null}
      </BriefReading>
      <div inert={asksWhy} className="flex flex-wrap gap-2 border-t border-line bg-surface px-3.5 py-2.5 *:flex-auto">
        {isAsking ? (
          <>
            <WideButton label={t('inbox.busy')} cap="B" onPress={() => setIsDeclining(true)} />
            {soon ? <WideButton label={t('inbox.inTwo')} cap="2" onPress={soon} /> : null}
            <WideButton
              look="main"
              label={t(callback ? 'deputy.accept' : 'inbox.accept')}
              cap="↵"
              shortcut="Enter"
              {...(accept ? { onPress: accept } : {})}
            />
          </>
        ) : (
          <>
            <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={onLeave} />
            <WideButton look="main" label={t('inbox.putAway')} cap="↵" shortcut="Enter" onPress={putAway} />
          </>
        )}
      </div>
      {asksWhy ? (
        <DeclineReasons reasons={reasons} onDecline={(reason) => void decline(reason)} onCancel={stopDeclining} />
      ) : null}
    </div>
  )
}
