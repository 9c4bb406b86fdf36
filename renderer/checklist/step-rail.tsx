import { useTranslation } from 'react-i18next'
import { ArrowList } from '../ui/arrow-list.tsx'
import { useSteady } from '../ui/use-steady.ts'
import type { RailItem } from './checklist.view.ts'
import { RailPart } from './rail-part.tsx'
import { RailStep } from './rail-step.tsx'

interface StepRailProps {
  readonly rail: readonly RailItem[]
  readonly jumpTo: ((step: string) => void) | undefined
}

/** Steps from which on a rail is drawn in parts. */
const longFrom = 60
const partLength = 20

/** The whole way at a glance, in reading order down each column; a long one column by column in each of its parts. */
export function StepRail({ rail, jumpTo }: StepRailProps) {
  'use memo'
  const { t } = useTranslation()
  const jump = useSteady((step: string) => jumpTo?.(step))
  const isDisabled = jumpTo === undefined
  const label = t('step.rail')
  return rail.length < longFrom ? (
    <ArrowList label={label} className="columns-[2_9rem] gap-3 text-note">
      {rail.map((item) => (
        <RailStep key={item.id} {...item} isDisabled={isDisabled} onJump={jump} />
      ))}
    </ArrowList>
  ) : (
    <ArrowList label={label} className="text-note">
      {partsOf(rail).map((items) => (
        <RailPart key={items[0]?.id} items={items} isDisabled={isDisabled} onJump={jump} />
      ))}
    </ArrowList>
  )
}

function partsOf(rail: readonly RailItem[]): readonly (readonly RailItem[])[] {
  return Array.from({ length: Math.ceil(rail.length / partLength) }, (_, part) =>
    rail.slice(part * partLength, (part + 1) * partLength),
  )
}
