import { useTranslation } from 'react-i18next'
import { WideButton } from '../ui/wide-button.tsx'

interface LeaveQuestionProps {
  readonly onStay: () => void
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** Asked over the bar at the bottom before changes are left behind. */
export function LeaveQuestion({ onStay, onKeep, onDiscard }: LeaveQuestionProps) {
  const { t } = useTranslation()
  return (
    <div
      role="alertdialog"
      aria-label={t('editor.askLeave')}
      className="absolute inset-x-0 bottom-0 border-t border-line bg-surface px-3.5 pt-2 pb-2.5 shadow-card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onStay()
      }}
    >
      <p className="pb-1.5 text-small font-medium text-muted">{t('editor.askLeave')}</p>
      <div className="flex flex-wrap gap-2 *:flex-1">
        <WideButton label={t('editor.stay')} cap="Esc" shortcut="Escape" onPress={onStay} />
        <WideButton look="danger" label={t('editor.discard')} onPress={onDiscard} />
        <WideButton look="main" label={t('editor.keepDraft')} cap="↵" shortcut="Enter" autoFocus onPress={onKeep} />
      </div>
    </div>
  )
}
