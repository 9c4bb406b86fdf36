import { Kbd } from './kbd.tsx'
import { Press } from './press.tsx'

interface BeginCardProps {
  readonly title: string
  readonly why: string
  readonly cap: string
  readonly onPress: () => void
}

export function BeginCard({ title, why, cap, onPress }: BeginCardProps) {
  return (
    <Press
      shortcut={cap}
      onPress={onPress}
      className="flex items-center justify-between gap-3 rounded-card border border-line bg-surface px-4 py-3 text-start shadow-card hover:border-edge"
    >
      <span className="min-w-0">
        <span className="block font-semibold">{title}</span>
        <span className="block text-note text-muted">{why}</span>
      </span>
      <Kbd keys={cap} />
    </Press>
  )
}
