import { memo } from 'react'
import type { RailItem } from './checklist.view.ts'
import { RailStep } from './rail-step.tsx'

interface RailPartProps {
  readonly items: readonly RailItem[]
  readonly isDisabled: boolean
  readonly onJump: (step: string) => void
}

/** Some steps of a long rail. The browser passes over a part out of sight, and React over one whose marks stay as they are. */
export const RailPart = memo(function RailPart({ items, isDisabled, onJump }: RailPartProps) {
  'use memo'
  return (
    <li className="[contain-intrinsic-block-size:auto_16rem] [content-visibility:auto]">
      <ol className="columns-[2_9rem] gap-3">
        {items.map((item) => (
          <RailStep key={item.id} {...item} isDisabled={isDisabled} onJump={onJump} />
        ))}
      </ol>
    </li>
  )
}, looksTheSame)

function looksTheSame(before: RailPartProps, after: RailPartProps): boolean {
  return (
    before.isDisabled === after.isDisabled &&
    before.onJump === after.onJump &&
    before.items.length === after.items.length &&
    before.items.every(({ id, title, mark }, index) => {
      const now = after.items[index]
      return id === now?.id && title === now.title && mark === now.mark
    })
  )
}
