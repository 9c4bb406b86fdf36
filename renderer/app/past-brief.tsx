import { useTranslation } from 'react-i18next'
import { type BriefRecord, isSettled } from '../../shared/transfer/brief-record.ts'
import { BriefReading } from '../transfer/brief-reading.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { DeputyCard } from './deputy-card.tsx'
import { useKeys } from './use-keys.ts'

interface PastBriefProps {
  readonly record: BriefRecord
  readonly keysAreOn: boolean
  readonly onBack: () => void
}

/** A brief from the record, to be read and not answered. */
export function PastBrief({ record, keysAreOn, onBack }: PastBriefProps) {
  const { t } = useTranslation()
  const { callback } = record.brief
  useKeys({ Escape: onBack }, keysAreOn)
  return (
    <>
      <BriefReading record={record}>
        {callback ? <DeputyCard promised={callback} isOver={isSettled(record.stage)} /> : null}
      </BriefReading>
      <div className="flex flex-col border-t border-line bg-surface px-3.5 py-2.5">
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={onBack} />
      </div>
    </>
  )
}
