import { type ReactNode, useEffect, useRef } from 'react'
import { KeyButton } from './key-button.tsx'
import { ScrollArea } from './scroll-area.tsx'
import { useInSight } from './use-in-sight.ts'

interface SidePanelProps {
  readonly title: string
  /** What of it is in sight now. */
  readonly part?: string | null
  readonly tone?: 'accent' | 'danger'
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const tones = { accent: 'border-line-strong', danger: 'border-danger' } as const
const titles = { accent: 'text-accent', danger: 'text-danger' } as const

/** Lies over the place it is given and takes the focus there, because the agent asked for it; what is above stays in sight. */
export function SidePanel({ title, part = null, tone = 'accent', closeLabel, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const panel = heading.current?.closest('section')
    if (!panel?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
  }, [])
  useInSight(heading, 'section')
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
        <div className={`flex flex-wrap items-baseline gap-x-2 text-small font-semibold ${titles[tone]}`}>
          <h2 ref={heading} tabIndex={-1} className="outline-none">
            {title}
          </h2>
          {part === null ? null : <h3 dir="auto">{part}</h3>}
        </div>
        <KeyButton look="inline" cap="Esc" shortcut="Escape" label={closeLabel} onPress={onClose} />
      </header>
      <ScrollArea className="flex flex-1 flex-col gap-2.5 rounded-card px-3.5 pb-3">{children}</ScrollArea>
    </section>
  )
}
