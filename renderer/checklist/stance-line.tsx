import { useTranslation } from 'react-i18next'
import type { Reframe } from '../../shared/playbook/playbook.ts'
import { KeyButton } from '../ui/key-button.tsx'
import { SteadyBox } from '../ui/steady-box.tsx'
import type { ChecklistView } from './checklist.view.ts'

interface StanceLineProps {
  readonly view: Pick<ChecklistView, 'stage' | 'kind'>
  /** For the breath before the call. */
  readonly reframe: Reframe | null
  /** The longest texts that may come here. */
  readonly room: readonly string[]
  readonly onMore: () => void
}

/** How to stand towards this caller: a thought before the call, then the fear behind the kind of client and the answer to it. */
export function StanceLine({ view: { stage, kind }, reframe, room, onMore }: StanceLineProps) {
  const { t } = useTranslation()
  const prompt = t('kind.name')
  const fear = t('kind.fear')
  return (
    <div className="flex items-start gap-3 text-note text-muted">
      <SteadyBox room={[...room.map((text) => `${fear} ${text}`), prompt]} className="min-w-0 flex-1">
        {kind ? (
          <p dir="auto">
            <strong className="font-semibold text-text">
              {fear} {kind.fear}
            </strong>{' '}
            {kind.stance}
          </p>
        ) : stage === 'waiting' && reframe ? (
          <p dir="auto">
            <strong className="font-semibold text-text">{reframe.title}.</strong> {reframe.line}
          </p>
        ) : (
          <p>{prompt}</p>
        )}
      </SteadyBox>
      <KeyButton look="inline" cap="I" label={t('kind.more')} onPress={onMore} />
    </div>
  )
}
