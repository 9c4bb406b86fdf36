import { Button } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { useTranslation } from 'react-i18next'
import { hardFrom } from '../../shared/notes/note.ts'
import { patternDays, patternFrom, type Standing } from '../../shared/people/one-time-or-pattern.ts'
import { Badge } from '../ui/badge.tsx'

interface StandingBadgeProps {
  readonly standing: Standing
}

/** Whether this is one bad day or the way it usually goes; the rule it is judged by is a focus or a hover away. */
export function StandingBadge({ standing: { judgement, calls, hardCalls } }: StandingBadgeProps) {
  const { t } = useTranslation()
  const isPattern = judgement === 'pattern'
  return (
    <TooltipTrigger delay={300}>
      <Button className="rounded-full">
        <Badge tone={isPattern ? 'warn' : 'plain'}>
          {t(`standing.${judgement}`, { count: isPattern ? hardCalls : calls, days: patternDays })}
        </Badge>
      </Button>
      <Tooltip
        placement="bottom start"
        offset={4}
        className="max-w-72 rounded-small border border-line-strong bg-surface px-2.5 py-1.5 text-small text-text shadow-card"
      >
        {t(`standing.rule-${judgement}`, { days: patternDays, from: patternFrom, hard: hardFrom })}
      </Tooltip>
    </TooltipTrigger>
  )
}
