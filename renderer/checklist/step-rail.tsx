import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { ArrowList } from '../ui/arrow-list.tsx'
import type { RailItem } from './checklist.view.ts'
import { StepMark } from './step-mark.tsx'

interface StepRailProps {
  readonly rail: readonly RailItem[]
  readonly jumpTo: ((step: string) => void) | undefined
}

const looks = {
  done: 'text-muted',
  skipped: 'text-muted',
  now: 'font-semibold text-text',
  open: 'text-faint',
} as const

/** The whole way at a glance, in reading order down each column. */
export function StepRail({ rail, jumpTo }: StepRailProps) {
  const { t } = useTranslation()
  return (
    <ArrowList label={t('step.rail')} className="columns-2 gap-3 text-note">
      {rail.map(({ id, title, mark }) => (
        <li key={id} className="break-inside-avoid">
          <Button
            isDisabled={jumpTo === undefined}
            aria-current={mark === 'now' ? 'step' : false}
            aria-label={`${title}, ${t(`step.mark.${mark}`)}`}
            onPress={() => jumpTo?.(id)}
            className={`flex w-full items-center gap-2 rounded-small py-0.75 text-start ${looks[mark]}`}
          >
            <StepMark mark={mark} />
            <span className="truncate">{title}</span>
          </Button>
        </li>
      ))}
    </ArrowList>
  )
}
