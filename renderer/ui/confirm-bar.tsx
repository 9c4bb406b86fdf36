import { WideButton } from './wide-button.tsx'

interface ConfirmBarProps {
  readonly question: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks in place of the bar it stands in; nothing above it moves. */
export function ConfirmBar({ question, confirmLabel, cancelLabel, onConfirm, onCancel }: ConfirmBarProps) {
  return (
    <div
      role="alertdialog"
      aria-label={question}
      className="border-t border-line bg-surface px-3.5 py-2.5"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      <p className="pb-2 text-small font-medium text-muted">{question}</p>
      <div className="flex gap-2 *:flex-1">
        <WideButton label={cancelLabel} cap="Esc" shortcut="Escape" onPress={onCancel} />
        <WideButton label={confirmLabel} cap="↵" shortcut="Enter" look="main" autoFocus onPress={onConfirm} />
      </div>
    </div>
  )
}
