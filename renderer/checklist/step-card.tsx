import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import { SteadyBox } from '../ui/steady-box.tsx'
import type { ChecklistView } from './checklist.view.ts'
import type { LongestWords } from './longest-words.ts'

interface StepCardProps {
  readonly view: ChecklistView
  /** The longest texts that may come here. */
  readonly room: Pick<LongestWords, 'lines' | 'hints'>
}

/** The one thing to say next. It keeps its place and height, so that nothing moves while somebody reads. */
export function StepCard({ view, room }: StepCardProps) {
  'use memo'
  const { t } = useTranslation()
  const { stage, step, tick, nextLine, skip, undo } = view
  return (
    <section className="flex flex-col rounded-card border border-line bg-surface px-4 pt-3.5 pb-3 shadow-card">
      <div className="flex justify-between gap-3 text-small font-semibold text-accent">
        <h2>{step?.title ?? t('step.all')}</h2>
        {step ? (
          <span className="font-medium text-faint tabular-nums">
            {t('step.position', { position: step.position, of: step.of })}
          </span>
        ) : null}
      </div>
      <SteadyBox room={room.lines} className="mt-2 text-say leading-[1.36] font-medium *:text-balance">
        <p dir="auto">{step?.line ?? t('step.allMarked')}</p>
      </SteadyBox>
      <SteadyBox room={room.hints} className="mt-2 text-note text-muted">
        <p dir="auto">{step?.hint ?? t('step.allMarkedHint')}</p>
      </SteadyBox>
      <div className="mt-2 grid items-center *:[grid-area:1/1]">
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
          <StepKey strong cap="↵" shortcut="Enter" label={t('step.done')} run={tick} />
          <StepKey cap="→" shortcut="ArrowRight" label={t('step.anotherLine')} run={nextLine} />
          <StepKey cap="S" shortcut="S" label={t('step.skip')} run={skip} />
          <StepKey cap="Z" shortcut="Z" label={t('step.undo')} run={undo} />
        </div>
        {stage === 'held' ? <p className="text-small font-medium text-warn">{t('step.held')}</p> : null}
      </div>
    </section>
  )
}

interface StepKeyProps {
  readonly label: string
  readonly cap: string
  readonly shortcut: string
  readonly strong?: boolean
  readonly run: (() => void) | undefined
}

/** A verb in a place of its own, which stays empty while there is none. */
function StepKey({ run, ...key }: StepKeyProps) {
  return (
    <span className={run ? '' : 'invisible'}>
      <KeyButton look="inline" {...key} onPress={() => run?.()} />
    </span>
  )
}
