import { WideButton } from './wide-button.tsx'

interface ConfirmBarProps {
  readonly question: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks over the bar it stands on, so that nothing above it moves. */
export function ConfirmBar({ question, confirmLabel, cancelLabel, onConfirm, onCancel }: ConfirmBarProps) {
  return (
    <div
      role="alertdialog"
      aria-label={question}
      className="absolute inset-x-0 bottom-0 border-t border-line bg-surface px-3.5 pt-2 pb-2.5 shadow-card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      <p className="pb-1.5 text-small font-medium text-muted">{question}</p>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-2">
        <WideButton label={cancelLabel} cap="Esc" shortcut="Escape" onPress={onCancel} />
        <WideButton label={confirmLabel} cap="↵" shortcut="Enter" look="main" autoFocus onPress={onConfirm} />
      </div>
    </div>
  )
}
