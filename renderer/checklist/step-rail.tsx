import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ArrowList } from '../ui/arrow-list.tsx'
import { useSteady } from '../ui/use-steady.ts'
import { markOf, type Rail, type RailItem } from './checklist.view.ts'
import { RailPart } from './rail-part.tsx'
import { RailStep, type RailStepProps } from './rail-step.tsx'

interface StepRailProps {
  readonly rail: Rail
  readonly jumpTo: ((step: string) => void) | undefined
}

/** Steps from which on a rail is drawn in parts. */
const longFrom = 60
const partLength = 20

/** The whole way at a glance, in reading order down each column; a long one column by column in each of its parts. */
export function StepRail({ rail, jumpTo }: StepRailProps) {
  const { t } = useTranslation()
  const jump = useSteady((step: string) => jumpTo?.(step))
  const { steps } = rail
  const isDisabled = jumpTo === undefined
  const label = t('step.rail')
  const words = useMemo(() => wordsOfMarks(t), [t])
  const parts = useMemo(() => partsOf(steps), [steps])
  return steps.length < longFrom ? (
    <ArrowList label={label} className="columns-[2_9rem] gap-3 text-note">
      {steps.map(({ id, title }) => (
        <RailStep key={id} {...{ id, title, words, isDisabled }} mark={markOf(rail, id)} onJump={jump} />
      ))}
    </ArrowList>
  ) : (
    <ArrowList label={label} className="text-note">
      {parts.map((some) => (
        <RailPart key={some[0]?.id} steps={some} {...{ rail, words, isDisabled }} onJump={jump} />
      ))}
    </ArrowList>
  )
}

function wordsOfMarks(t: TFunction): RailStepProps['words'] {
  return { done: t('step.mark.done'), skipped: t('step.mark.skipped'), now: t('step.mark.now'), open: t('step.mark.open') }
}

function partsOf(steps: readonly RailItem[]): readonly (readonly RailItem[])[] {
  return Array.from({ length: Math.ceil(steps.length / partLength) }, (_, part) =>
    steps.slice(part * partLength, (part + 1) * partLength),
  )
}
