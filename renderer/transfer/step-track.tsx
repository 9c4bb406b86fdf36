import { useTranslation } from 'react-i18next'
import type { TransferStage } from '../../shared/transfer/transfer-record.ts'

interface StepTrackProps {
  readonly stage: TransferStage
  /** The colleague as a sentence names them. */
  readonly who: string
}

const positions: Readonly<Record<TransferStage, number>> = {
  tellingCaller: 1,
  choosing: 2,
  waiting: 2,
  briefing: 3,
  introducing: 4,
  confirming: 5,
  handingOver: 6,
  handedOver: 7,
  dropped: 7,
  returned: 1,
}
const steps = [1, 2, 3, 4, 5, 6] as const

/** How far the transfer is, and what comes after it. */
export function StepTrack({ stage, who }: StepTrackProps) {
  const { t } = useTranslation()
  const position = positions[stage]
  const isCounted = position <= steps.length && stage !== 'returned'
  return (
    <div className="flex-none px-3.5 pt-3">
      <div aria-hidden="true" className="grid grid-cols-6 gap-1">
        {steps.map((step) => (
          <i
            key={step}
            className={`h-1 rounded-full ${step < position ? 'bg-accent' : step === position && isCounted ? 'bg-accent/50' : 'bg-line-strong'}`}
          />
        ))}
      </div>
      <p role="status" className="mt-1.5 min-h-9 text-small text-muted">
        {isCounted ? `${t('transfer.step', { position, of: steps.length })} ` : null}
        <b className="font-semibold text-text">{t(`transfer.now.${stage}`, { who })}</b>. {t(`transfer.next.${stage}`)}
      </p>
    </div>
  )
}
