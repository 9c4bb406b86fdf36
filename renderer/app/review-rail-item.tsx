import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'

interface RailItemProps {
  readonly label: string
  readonly shortcut?: string
  readonly isCurrent?: boolean
  readonly isWide: boolean
  readonly onPress: () => void
  readonly children?: ReactNode
}

const widths = { wide: 'w-full', narrow: 'flex-auto justify-center' } as const

export function RailItem({ label, shortcut, isCurrent = false, isWide, onPress, children }: RailItemProps) {
  return (
    <Button
      onPress={onPress}
      render={(props) => <button {...props} aria-keyshortcuts={shortcut} aria-current={isCurrent ? 'page' : undefined} />}
      className={`flex items-center gap-2 rounded-lg px-2.5 py-1.5 text-start text-note text-muted -outline-offset-2 hover:bg-sunken aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-text aria-[current=page]:shadow-card ${isWide ? widths.wide : widths.narrow}`}
    >
      <span className={isWide ? 'flex-1' : ''}>{label}</span>
      {children}
    </Button>
  )
}
