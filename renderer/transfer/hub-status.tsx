import { useTranslation } from 'react-i18next'
import type { HubLink } from '../../shared/transfer/team.ts'
import { useWallNow } from '../ui/wall-now.ts'
import { ageText } from '../words/ages.ts'

interface HubStatusProps {
  readonly link: HubLink
}

const dots = { up: 'bg-good', connecting: 'bg-faint', down: 'bg-warn', off: 'border border-edge' } as const

/** A dot and the words for it: colour is never the only witness. */
export function HubStatus({ link }: HubStatusProps) {
  const { t, i18n } = useTranslation()
  const now = useWallNow()
  const age = 'since' in link ? ageText(now - link.since, i18n.language) : ''
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span aria-hidden="true" className={`size-1.75 flex-none rounded-full forced-colors:bg-[CanvasText] ${dots[link.state]}`} />
      <span className="line-clamp-2 text-start leading-tight tabular-nums">{t(`team.link.${link.state}`, { age })}</span>
    </span>
  )
}
