import { Children, type ReactNode } from 'react'

interface SteadyBoxProps {
  /** The longest texts that may ever stand here, as they would look. */
  readonly room: readonly ReactNode[]
  readonly className?: string
  readonly children: ReactNode
}

/** Keeps the height of the longest text that may come, so that nothing below moves when another takes its place. */
export function SteadyBox({ room, className = '', children }: SteadyBoxProps) {
  'use memo'
  return (
    <div className={`grid *:[grid-area:1/1] ${className}`}>
      {Children.map(room, (text) => (
        <p aria-hidden="true" className="invisible">
          {text}
        </p>
      ))}
      {children}
    </div>
  )
}
