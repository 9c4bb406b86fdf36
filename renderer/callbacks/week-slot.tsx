import type { ReactNode } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { draggedCallback } from './week-item.tsx'

interface WeekSlotProps {
  readonly label: string
  readonly className?: string
  readonly onTake: (id: CallbackId) => void
  readonly children: ReactNode
}

/** A place in the week where a callback can be dropped, by mouse, touch or keys. */
export function WeekSlot({ label, className = '', onTake, children }: WeekSlotProps) {
  return (
    <DropZone
      aria-label={label}
      getDropOperation={(types) => (types.has(draggedCallback) ? 'move' : 'cancel')}
      onDrop={async ({ items }) => {
        const item = items.find((dropped) => dropped.kind === 'text' && dropped.types.has(draggedCallback))
        if (item?.kind === 'text') onTake(await item.getText(draggedCallback))
      }}
      className={`min-w-0 data-drop-target:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:outline-accent ${className}`}
    >
      {children}
    </DropZone>
  )
}
