import { useTranslation } from 'react-i18next'
import { hardFrom } from '../../shared/notes/note.ts'
import { patternDays, patternFrom, type Standing } from '../../shared/people/one-time-or-pattern.ts'
import { Badge } from '../ui/badge.tsx'
import { Hinted } from '../ui/hinted.tsx'

interface StandingBadgeProps {
  readonly standing: Standing
}

/** Whether this is one bad day or the way it usually goes; the rule it is judged by is a focus or a hover away. */
export function StandingBadge({ standing: { judgement, calls, hardCalls } }: StandingBadgeProps) {
  const { t } = useTranslation()
  const isPattern = judgement === 'pattern'
  return (
    <Hinted hint={t(`standing.rule-${judgement}`, { days: patternDays, from: patternFrom, hard: hardFrom })}>
      <Badge tone={isPattern ? 'warn' : 'plain'}>
        {t(`standing.${judgement}`, { count: isPattern ? hardCalls : calls, days: patternDays })}
      </Badge>
    </Hinted>
  )
}
