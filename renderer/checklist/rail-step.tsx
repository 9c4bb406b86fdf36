import { memo } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import type { RailItem } from './checklist.view.ts'
import { StepMark } from './step-mark.tsx'

interface RailStepProps extends RailItem {
  readonly isDisabled: boolean
  readonly onJump: (step: string) => void
}

const looks = {
  done: 'text-muted',
  skipped: 'text-muted',
  now: 'font-semibold text-text',
  open: 'text-faint',
} as const

/** Drawn anew only when its own mark changes. */
export const RailStep = memo(function RailStep({ id, title, mark, isDisabled, onJump }: RailStepProps) {
  'use memo'
  const { t } = useTranslation()
  return (
    <li className="break-inside-avoid">
      <Button
        isDisabled={isDisabled}
        aria-current={mark === 'now' ? 'step' : false}
        aria-label={`${title}, ${t(`step.mark.${mark}`)}`}
        onPress={() => onJump(id)}
        className={`flex w-full items-center gap-2 rounded-small py-0.75 text-start ${looks[mark]}`}
      >
        <StepMark mark={mark} />
        <span className="truncate">{title}</span>
      </Button>
    </li>
  )
})
