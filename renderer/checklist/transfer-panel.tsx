import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import { SayLine } from '../ui/say-line.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import type { ChecklistView } from './checklist.view.ts'

interface TransferPanelProps {
  readonly view: Pick<ChecklistView, 'promise' | 'part'>
  /** As the agent would name the caller; empty when nothing is known. */
  readonly who: string
  readonly onClose: () => void
}

/** A warm transfer in the order it is done: what to say to whom, and what to do on the phone. */
export function TransferPanel({ view: { promise, part }, who, onClose }: TransferPanelProps) {
  const { t } = useTranslation()
  return (
    <SidePanel title={t('route.transfer')} closeLabel={t('route.back')} onClose={onClose}>
      <ol className="flex flex-col gap-2">
        <li>
          <h3 className="text-small font-semibold text-muted">{t('route.tellCaller')}</h3>
          <SayLine>{t('route.tellCallerLine')}</SayLine>
        </li>
        <li className="text-note">
          <h3 className="text-small font-semibold text-muted">{t('route.onPhone')}</h3>
          {t('route.onPhoneHint')}
        </li>
        <li>
          <h3 className="text-small font-semibold text-muted">{t('route.tellColleague')}</h3>
          <SayLine>{t('route.tellColleagueLine', { who: who || t('route.someone') })}</SayLine>
        </li>
        <li className="text-note">{t('route.confirm')}</li>
      </ol>
      <p className="border-t border-line pt-2 text-note text-muted">{t('route.nobody')}</p>
      <div className="flex flex-wrap gap-x-4">
        {promise ? <KeyButton look="inline" cap="C" label={t('route.promise')} onPress={promise} /> : null}
        {part ? <KeyButton look="inline" cap="Y" label={t('route.part')} onPress={part} /> : null}
      </div>
    </SidePanel>
  )
}
