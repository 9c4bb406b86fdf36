import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import { SayLine } from '../ui/say-line.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { timeText } from '../words/times.ts'
import type { ChecklistView, RungView } from './checklist.view.ts'

interface LadderPanelProps {
  readonly view: Pick<ChecklistView, 'ladder' | 'stage' | 'resetLadder' | 'part'>
  /** Under the agent's eyes; null when there is none left to say. */
  readonly chosen: RungView | null
  readonly onChoose: (rung: string) => void
  readonly onSaid: () => void
  /** Promises a call for later instead; undefined when it cannot be promised now. */
  readonly onPromise: (() => void) | undefined
  readonly onClose: () => void
}

/** The team's boundary, rung by rung: the words of the next one large, and when each was said. */
export function LadderPanel({ view, chosen, onChoose, onSaid, onPromise, onClose }: LadderPanelProps) {
  const { t, i18n } = useTranslation()
  const { ladder, stage, resetLadder, part } = view
  const canCoolDown = chosen?.action !== 'end' && chosen?.action !== 'report'
  return (
    <SidePanel tone="danger" title={t('ladder.title')} part={chosen?.name ?? null} closeLabel={t('kind.close')} onClose={onClose}>
      {chosen ? (
        <div className="flex flex-col gap-1.5">
          <SayLine>{chosen.say}</SayLine>
          <p dir="auto" className="text-note text-muted">
            {chosen.hint}
          </p>
          <WideButton
            look="danger"
            cap="↵"
            shortcut="Enter"
            label={t(chosen.action === 'report' ? 'ladder.report' : 'ladder.said')}
            onPress={onSaid}
          />
          {onPromise && canCoolDown ? <KeyButton look="inline" cap="C" label={t('ladder.coolDown')} onPress={onPromise} /> : null}
        </div>
      ) : (
        <p className="text-note text-muted">{t(stage === 'held' ? 'ladder.held' : 'ladder.top')}</p>
      )}
      <RadioGroup
        aria-label={t('ladder.rungs')}
        value={chosen?.id ?? null}
        onChange={onChoose}
        className="flex flex-wrap gap-1 border-t border-line pt-2"
      >
        {ladder.map(({ id, name, at, standing, climb }) => (
          <Radio
            key={id}
            value={id}
            isDisabled={climb === undefined}
            className="flex cursor-default flex-wrap gap-x-1.5 rounded-full border border-line px-2.5 py-0.5 text-small data-disabled:text-muted data-focus-visible:outline-2 data-focus-visible:outline-danger data-selected:border-danger data-selected:bg-danger-soft data-selected:font-semibold data-selected:text-danger forced-colors:data-selected:border-[Highlight]"
          >
            <span className={standing === 'now' ? 'font-semibold text-danger' : ''}>{name}</span>
            {at === null ? null : (
              <span className="flex-none tabular-nums">{t('ladder.saidAt', { time: timeText(at, i18n.language) })}</span>
            )}
          </Radio>
        ))}
      </RadioGroup>
      <div className="flex flex-wrap gap-x-4">
        {resetLadder ? <KeyButton look="inline" cap="R" label={t('ladder.reset')} onPress={resetLadder} /> : null}
        {part ? <KeyButton look="inline" cap="Y" label={t('ladder.part')} onPress={part} /> : null}
      </div>
    </SidePanel>
  )
}
