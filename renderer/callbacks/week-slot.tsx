import { type ReactNode, useRef } from 'react'
import { useDrop } from 'react-aria-components/useDrop'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { draggedCallback } from './week-item.tsx'

interface WeekSlotProps {
  readonly label: string
  /** Nobody can be called there any more, so that nothing can be dropped. */
  readonly isPast: boolean
  readonly className?: string
  readonly onTake: (id: CallbackId) => void
  readonly children: ReactNode
}

/** A place in the week where a callback can be dropped, by mouse, touch or keys. */
export function WeekSlot({ label, isPast, className = '', onTake, children }: WeekSlotProps) {
  const slot = useRef<HTMLDivElement>(null)
  const { dropProps, isDropTarget } = useDrop({
    ref: slot,
    isDisabled: isPast,
    getDropOperation: (types) => (types.has(draggedCallback) ? 'move' : 'cancel'),
    async onDrop({ items }) {
      const item = items.find((dropped) => dropped.kind === 'text' && dropped.types.has(draggedCallback))
      if (item?.kind === 'text') onTake(await item.getText(draggedCallback))
    },
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form
    <div
      {...dropProps}
      ref={slot}
      role="group"
      aria-label={label}
      tabIndex={-1}
      className={`min-w-0 -outline-offset-2 outline-none focus-visible:outline-2 focus-visible:outline-accent ${isDropTarget ? 'bg-accent-soft' : isPast ? 'bg-sunken' : ''} ${className}`}
    >
      {children}
    </div>
  )
}
