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
      <div className="mt-2 flex min-h-7 flex-wrap items-center gap-x-3.5 gap-y-1">
        {tick ? <KeyButton look="inline" strong cap="↵" shortcut="Enter" label={t('step.done')} onPress={tick} /> : null}
        {nextLine ? (
          <KeyButton look="inline" cap="→" shortcut="ArrowRight" label={t('step.anotherLine')} onPress={nextLine} />
        ) : null}
        {skip ? <KeyButton look="inline" cap="S" label={t('step.skip')} onPress={skip} /> : null}
        {undo ? <KeyButton look="inline" cap="Z" label={t('step.undo')} onPress={undo} /> : null}
        {stage === 'held' ? <p className="text-small font-medium text-warn">{t('step.held')}</p> : null}
      </div>
    </section>
  )
}
