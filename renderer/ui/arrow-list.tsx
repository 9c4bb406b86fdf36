import type { KeyboardEvent, ReactNode } from 'react'

interface ArrowListProps {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** A list of buttons that the arrow keys walk through. */
export function ArrowList({ label, className = '', children }: ArrowListProps) {
  return (
    <ol aria-label={label} className={className} onKeyDown={walk}>
      {children}
    </ol>
  )
}

function walk(event: KeyboardEvent<HTMLOListElement>): void {
  const step = steps[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const active = document.activeElement
  const at = active instanceof HTMLButtonElement ? buttons.indexOf(active) : -1
  const next = buttons[(at + step + buttons.length) % buttons.length]
  if (at === -1 || next === undefined) return
  event.preventDefault()
  event.stopPropagation()
  next.focus()
}
