import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { KeyButton } from '../ui/key-button.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface WrapUpBarProps {
  readonly view: ChecklistView
  readonly onNote: () => void
}

export function WrapUpBar({ view, onNote }: WrapUpBarProps) {
  const { t } = useTranslation()
  return (
    <div className="grid min-h-16 grid-cols-[5rem_minmax(0,1fr)] items-center border-t border-line bg-surface">
      <div className="flex self-stretch border-e border-line">
        <KeyButton look="bar" label={t('call.note')} cap="N" onPress={onNote} />
      </div>
      <div className="flex flex-col px-3.5 py-2.5">
        {view.save ? (
          <WideButton look="main" label={t('wrapUp.save')} cap="↵" shortcut="Enter" onPress={view.save} />
        ) : (
          <p className="text-center text-note font-medium text-muted">{t(whatIsAwaited(view))}</p>
        )}
      </div>
    </div>
  )
}

function whatIsAwaited({ stage, missing }: ChecklistView) {
  if (stage !== 'wrappingUp') return 'wrapUp.saving'
  if (missing.includes('disposition')) return 'wrapUp.choose'
  return missing.includes('amount') ? 'wrapUp.amountFirst' : 'wrapUp.approver'
}
