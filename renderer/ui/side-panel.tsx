import { type ReactNode, useEffect, useRef } from 'react'
import { KeyButton } from './key-button.tsx'
import { ScrollArea } from './scroll-area.tsx'

interface SidePanelProps {
  readonly title: string
  readonly tone?: 'accent' | 'danger'
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const tones = { accent: 'border-line-strong', danger: 'border-danger' } as const
const titles = { accent: 'text-accent', danger: 'text-danger' } as const

/** Lies over the place it is given and takes the focus there, because the agent asked for it; what is above stays in sight. */
export function SidePanel({ title, tone = 'accent', closeLabel, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const panel = heading.current?.closest('section')
    if (!panel?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section
      aria-label={title}
      className={`absolute inset-0 z-1 flex flex-col rounded-card border bg-surface shadow-card ${tones[tone]}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="flex flex-none items-center justify-between gap-3 px-3.5 pt-2 pb-1">
        <h2 ref={heading} tabIndex={-1} className={`text-small font-semibold outline-none ${titles[tone]}`}>
          {title}
        </h2>
        <KeyButton look="inline" cap="Esc" shortcut="Escape" label={closeLabel} onPress={onClose} />
      </header>
      <ScrollArea className="flex flex-1 flex-col gap-2.5 rounded-card px-3.5 pb-3">{children}</ScrollArea>
    </section>
  )
}
