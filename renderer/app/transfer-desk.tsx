import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DialerPowers } from '../../shared/dialers/dialer-health.ts'
import type { AskedPerson } from '../../shared/transfer/transfer-record.ts'
import type { CallVerbs } from '../call/call-verbs.ts'
import { NudgeLine } from '../call/nudge-line.tsx'
import type { TransferView } from '../checklist/transfer.view.ts'
import { BriefCard } from '../transfer/brief-card.tsx'
import { SayCard } from '../transfer/say-card.tsx'
import { StepTrack } from '../transfer/step-track.tsx'
import { ConfirmBar } from '../ui/confirm-bar.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { BriefSheet } from './brief-sheet.tsx'
import { OthersOnDesk } from './others-on-desk.tsx'
import { passOn } from './pass-on.ts'
import type { DeskCall, Steadyline } from './steadyline.ts'
import { TransferFoot } from './transfer-foot.tsx'
import { TransferHead } from './transfer-head.tsx'
import { transferKeys } from './transfer-keys.ts'
import { mainStep } from './transfer-main.ts'
import { transferLine, transferNotice } from './transfer-words.ts'
import { useCandidates } from './use-candidates.ts'
import { useKeys } from './use-keys.ts'
import { WhoCard } from './who-card.tsx'

export interface TransferDeskProps {
  readonly deskCall: DeskCall
  readonly transfer: TransferView
  readonly powers: DialerPowers
  readonly verbs: CallVerbs
  readonly lastMove: number
  readonly steadyline: Steadyline
  readonly asking: Asking
  /** Off while the end of the call is asked about. */
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  /** Asked over the bar at the bottom. */
  readonly question: ReactNode
  /** What rings for a promised call, over what is read last. */
  readonly alarms: ReactNode
}

/** A warm transfer as one screen: where it stands, the one thing to say, who takes it, and the one way on. */
export function TransferDesk(props: TransferDeskProps) {
  const { deskCall, transfer, powers, verbs, lastMove, steadyline, asking, keysAreOn, focusMain, question, alarms } = props
  const { call, consult } = deskCall
  const { stage, asked, record, brief } = transfer
  const mirror = useReadable(steadyline.mirror)
  const candidates = useCandidates(transfer, mirror)
  const [isEditing, setIsEditing] = useState(false)
  const [droppingAt, setDroppingAt] = useState<string | null>(null)
  const [asNext, setAsNext] = useState({ stage, count: 0 })
  const search = useRef<HTMLInputElement>(null)
  const { t } = useTranslation()
  const who = asked?.to.name || t('transfer.someone')
  const isDropping = droppingAt === stage
  const lineNumber = asNext.stage === stage ? asNext.count : 0
  const line = transferLine(transfer, lineNumber, candidates.chosen, who, t)
  const notice = transferNotice(transfer, powers, call.dialer, consult !== null, who, t)
  const number = asked?.to.number ?? ''
  const dialTo = (to: AskedPerson) => void asking.ask('consult.dial', { callId: call.id, number: to.number })
  const leaveLine = async () => {
    if (!(await passOn({ call, consult, powers, number, asking }))) transfer.notHandedOver()
  }
  const main = mainStep(
    {
      transfer,
      chosen: candidates.chosen,
      line,
      handOver: () => {
        transfer.handOver?.(line)
        void leaveLine()
      },
      askAloud: (to) => {
        transfer.askAloud?.(to)
        if (to.number !== '' && powers.consult) dialTo(to)
      },
      wrapUp: verbs.wrapUp?.run,
    },
    t,
  )
  const canDial = asked !== null && number !== '' && (stage === 'briefing' || stage === 'waiting')
  const dial = consult
    ? () => void asking.ask('consult.cancel', { callId: call.id })
    : canDial && asked
      ? () => dialTo(asked.to)
      : undefined
  const back = stage === 'tellingCaller' || stage === 'returned' ? transfer.leave : transfer.goBack
  const canDrop = stage === 'briefing' || stage === 'introducing' || stage === 'confirming'
  const drop = canDrop && transfer.drop ? () => setDroppingAt(stage) : undefined
  const stopDropping = () => {
    setDroppingAt(null)
    focusMain()
  }
  const doDrop = () => {
    transfer.drop?.()
    stopDropping()
    void leaveLine()
  }
  const nextLine = transfer.lines.length > 1 ? () => setAsNext({ stage, count: lineNumber + 1 }) : undefined
  const edit = transfer.writeBrief ? () => setIsEditing(true) : undefined
  const closeSheet = () => {
    setIsEditing(false)
    focusMain()
  }
  const moves = { main: main?.run, back, nextLine, dial, edit, drop, find: () => search.current?.focus() }
  const ownKeys = isEditing ? { Escape: closeSheet } : transferKeys(transfer, verbs, candidates, moves)
  useKeys(isDropping ? { Enter: doDrop, Escape: stopDropping } : ownKeys, keysAreOn)
  const isChoosing = stage === 'tellingCaller' || stage === 'choosing' || stage === 'waiting' || stage === 'returned'
  return (
    <div className="relative flex min-h-0 flex-1 flex-col short:flex-none">
      <div inert={isEditing} className="flex min-h-0 flex-1 flex-col short:flex-none">
        <TransferHead call={call} party={deskCall.party} />
        <StepTrack stage={stage} who={who} />
        <ScrollArea className="flex flex-1 flex-col gap-3 px-3.5 pt-2 pb-3 short:flex-none short:overflow-visible">
          <SayCard title={t(`transfer.say.${stage}`, { who })} line={line} hint={t(`transfer.hint.${stage}`, { who })} />
          <WhoCard
            candidates={candidates}
            record={record}
            asked={isChoosing ? null : asked}
            isOpen={transfer.ask !== undefined}
            searchRef={search}
            focusMain={focusMain}
          />
          {notice ? <p className="flex-none text-note text-warn">{notice}</p> : null}
          <BriefCard content={brief} />
        </ScrollArea>
        <NudgeLine call={call} lastMove={lastMove} />
        <OthersOnDesk desk={steadyline.desk} shown={call.id} onSwitch={steadyline.show} />
        <div className="relative flex-none">
          {alarms}
          <TransferFoot
            transfer={transfer}
            verbs={verbs}
            main={main}
            back={back}
            moves={{ nextLine, dial, edit, drop }}
            who={who}
            isOnLine={consult !== null}
          />
          {isDropping ? (
            <ConfirmBar
              question={t('transfer.askDrop', { who })}
              confirmLabel={t('transfer.doDrop')}
              cancelLabel={t('transfer.stay')}
              onConfirm={doDrop}
              onCancel={stopDropping}
            />
          ) : null}
          {question}
        </div>
      </div>
      {isEditing && transfer.writeBrief ? (
        <BriefSheet
          brief={brief}
          mostWords={mirror.settings.transfer.briefWords}
          canPost={mirror.settings.webhook.enabled && mirror.secrets.includes('webhookUrl')}
          asking={asking}
          onChange={transfer.writeBrief}
          onClose={closeSheet}
        />
      ) : null}
    </div>
  )
}
