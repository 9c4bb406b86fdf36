import { useTranslation } from 'react-i18next'
import { ArrowList } from '../ui/arrow-list.tsx'
import { useSteady } from '../ui/use-steady.ts'
import type { RailItem } from './checklist.view.ts'
import { RailStep } from './rail-step.tsx'

interface StepRailProps {
  readonly rail: readonly RailItem[]
  readonly jumpTo: ((step: string) => void) | undefined
}

/** Steps from which on those out of sight are not drawn; below, a focus ring may stand out of its line. */
const longFrom = 60
const long = '*:[contain-intrinsic-block-size:auto_1.6rem] *:[content-visibility:auto]'

/** The whole way at a glance, in reading order down each column. */
export function StepRail({ rail, jumpTo }: StepRailProps) {
  'use memo'
  const { t } = useTranslation()
  const jump = useSteady((step: string) => jumpTo?.(step))
  return (
    <ArrowList label={t('step.rail')} className={`columns-[2_9rem] gap-3 text-note ${rail.length < longFrom ? '' : long}`}>
      {rail.map((item) => (
        <RailStep key={item.id} {...item} isDisabled={jumpTo === undefined} onJump={jump} />
      ))}
    </ArrowList>
  )
}
