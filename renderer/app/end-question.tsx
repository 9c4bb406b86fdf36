import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/call/call.ts'
import { ConfirmBar } from '../ui/confirm-bar.tsx'

interface EndQuestionProps {
  readonly call: Call
  readonly canHangUp: boolean
  readonly onEnd: () => void
  readonly onStay: () => void
}

/** The end of a call cannot be taken back, so it is asked about where it was asked for. */
export function EndQuestion({ call, canHangUp, onEnd, onStay }: EndQuestionProps) {
  const { t } = useTranslation()
  const answers = { onConfirm: onEnd, onCancel: onStay }
  if (call.state === 'ringing')
    return (
      <ConfirmBar
        {...answers}
        question={t('call.askDecline')}
        confirmLabel={t(canHangUp ? 'call.decline' : 'call.declineByHand')}
        cancelLabel={t('call.keep')}
      />
    )
  if (call.state === 'dialling')
    return (
      <ConfirmBar
        {...answers}
        question={t('call.askCancel')}
        confirmLabel={t(canHangUp ? 'call.cancel' : 'call.cancelByHand')}
        cancelLabel={t('call.keepCalling')}
      />
    )
  return (
    <ConfirmBar
      {...answers}
      question={t('call.askWrapUp')}
      confirmLabel={t(canHangUp ? 'call.hangUp' : 'call.endByHand')}
      cancelLabel={t('call.stay')}
    />
  )
}
