import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ArrowList } from '../ui/arrow-list.tsx'
import type { RailItem } from './checklist.view.ts'
import { RailStep } from './rail-step.tsx'

interface StepRailProps {
  readonly rail: readonly RailItem[]
  readonly jumpTo: ((step: string) => void) | undefined
}

/** The whole way at a glance, in reading order down each column. */
export function StepRail({ rail, jumpTo }: StepRailProps) {
  const { t } = useTranslation()
  const latest = useRef(jumpTo)
  useEffect(() => {
    latest.current = jumpTo
  }, [jumpTo])
  const jump = useCallback((step: string) => latest.current?.(step), [])
  return (
    <ArrowList label={t('step.rail')} className="columns-[2_9rem] gap-3 text-note">
      {rail.map((item) => (
        <RailStep key={item.id} {...item} isDisabled={jumpTo === undefined} onJump={jump} />
      ))}
    </ArrowList>
  )
}
