import type { ReactNode } from 'react'

interface ScrollAreaProps {
  readonly className?: string
  readonly children: ReactNode
}

/** Text that may be longer than the window; it can be focused, so that the arrow keys scroll it. */
export function ScrollArea({ className = '', children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div tabIndex={0} className={`min-h-0 overflow-y-auto -outline-offset-2 ${className}`}>
      {children}
    </div>
  )
}
