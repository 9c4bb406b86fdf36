import { useTranslation } from 'react-i18next'
import type { CallVerbs } from '../call/call-verbs.ts'
import type { TransferView } from '../checklist/transfer.view.ts'
import { KeyButton } from '../ui/key-button.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import type { TransferMoves } from './transfer-keys.ts'
import type { MainStep } from './transfer-main.ts'

interface TransferFootProps {
  readonly transfer: TransferView
  readonly verbs: CallVerbs
  readonly main: MainStep | null
  readonly back: (() => void) | undefined
  readonly moves: Pick<TransferMoves, 'nextLine' | 'dial' | 'edit' | 'drop'>
  readonly who: string
  readonly isOnLine: boolean
}

/** One way on and one way back, and above them what may be needed beside. */
export function TransferFoot({ transfer, verbs, main, back, moves, who, isOnLine }: TransferFootProps) {
  const { stage, another, accepted, promise } = transfer
  const { hold, resume, wrapUp } = verbs
  const { t } = useTranslation()
  const canAsk = another && stage !== 'waiting'
  return (
    <div className="flex flex-col gap-1.5 border-t border-line bg-surface px-3.5 pt-1.5 pb-3">
      <div role="toolbar" aria-label={t('call.actions')} className="flex flex-wrap gap-x-3">
        <Key cap="D" label={t(isOnLine ? 'transfer.undial' : 'transfer.dial', { who })} run={moves.dial} strong />
        <Key cap="Y" label={t('transfer.accepted')} run={accepted} />
        <Key cap="A" label={t('transfer.another')} run={canAsk ? another : undefined} />
        <Key cap="→" shortcut="ArrowRight" label={t('step.anotherLine')} run={moves.nextLine} />
        <Key cap="E" label={t('transfer.brief.edit')} run={moves.edit} />
        <Key cap="L" label={t('transfer.drop')} run={moves.drop} />
        <Key cap="C" label={t('route.promise')} run={promise} />
        <Key cap="H" label={t(hold?.byHand ? 'call.holdByHand' : 'call.hold')} run={hold?.run} />
        <Key cap="H" label={t(resume?.byHand ? 'call.resumeByHand' : 'call.resume')} run={resume?.run} />
        <Key cap="W" label={t('call.wrapUp')} run={wrapUp?.run} />
      </div>
      <div className="grid grid-cols-2 gap-2">
        {back ? (
          <WideButton
            label={t(
              stage === 'tellingCaller' ? 'transfer.notYet' : stage === 'returned' ? 'transfer.main.returned' : 'transfer.back',
            )}
            cap="Esc"
            shortcut="Escape"
            onPress={back}
          />
        ) : null}
        {main ? <WideButton look="main" label={main.label} cap="↵" shortcut="Enter" onPress={main.run} /> : null}
        {stage === 'waiting' && another ? <WideButton label={t('transfer.another')} cap="A" onPress={another} /> : null}
      </div>
    </div>
  )
}

interface KeyProps {
  readonly label: string
  readonly cap: string
  readonly shortcut?: string
  readonly strong?: boolean
  readonly run: (() => void) | undefined
}

function Key({ run, ...key }: KeyProps) {
  return run ? <KeyButton look="inline" {...key} onPress={run} /> : null
}
