import { memo } from 'react'
import type { RailItem, RailMark } from './checklist.view.ts'
import { StepMark } from './step-mark.tsx'

export interface RailStepProps extends RailItem {
  readonly mark: RailMark
  /** What a screen reader says of each mark. */
  readonly words: Readonly<Record<RailMark, string>>
  readonly isDisabled: boolean
  readonly onJump: (step: string) => void
}

const looks = {
  done: 'text-muted',
  skipped: 'text-muted',
  now: 'font-semibold text-text',
  open: 'text-faint',
} as const

/**
 * Drawn anew only when its own mark changes.
 *
 * A bare button: there may be 500 of them, and each of React Aria's costs a dozen hooks for what a click tells as well.
 */
export const RailStep = memo(function RailStep({ id, title, mark, words, isDisabled, onJump }: RailStepProps) {
  return (
    <li className="break-inside-avoid">
      <button
        type="button"
        disabled={isDisabled}
        aria-current={mark === 'now' ? 'step' : false}
        aria-label={`${title}, ${words[mark]}`}
        onClick={() => onJump(id)}
        className={`flex w-full items-center gap-2 rounded-small py-0.75 text-start ${looks[mark]}`}
      >
        <StepMark mark={mark} />
        <span className="truncate">{title}</span>
      </button>
    </li>
  )
})
