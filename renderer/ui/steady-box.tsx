import type { ReactNode } from 'react'

interface SteadyBoxProps {
  /** The longest texts that may ever stand here. */
  readonly room: readonly string[]
  readonly className?: string
  readonly children: ReactNode
}

/** Keeps the height of the longest text that may come, so that nothing below moves when another takes its place. */
export function SteadyBox({ room, className = '', children }: SteadyBoxProps) {
  return (
    <div className={`grid *:[grid-area:1/1] ${className}`}>
      {room.map((text) => (
        <p key={text} aria-hidden="true" className="invisible">
          {text}
        </p>
      ))}
      {children}
    </div>
  )
}
