import { useTranslation } from 'react-i18next'
import type { DialerHealth } from '../../shared/dialers/dialer-health.ts'
import { useNow } from '../ui/now.tsx'
import { healthWords } from './health-words.ts'
import { mostTelling } from './most-telling.ts'

interface DialerStatusProps {
  readonly dialers: readonly DialerHealth[]
}

const dots = { ready: 'bg-good', connecting: 'bg-faint', retrying: 'bg-warn', off: 'border border-edge' } as const

/** A dot and the words for it: colour is never the only witness. */
export function DialerStatus({ dialers }: DialerStatusProps) {
  const { t } = useTranslation()
  const now = useNow()
  const health = mostTelling(dialers)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span
        aria-hidden="true"
        className={`size-1.75 flex-none rounded-full forced-colors:bg-[CanvasText] ${dots[health?.state ?? 'off']}`}
      />
      <span className="line-clamp-2 text-start tabular-nums">{healthWords(t, health, now)}</span>
    </span>
  )
}
