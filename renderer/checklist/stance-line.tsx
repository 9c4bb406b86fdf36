import { useTranslation } from 'react-i18next'
import type { Reframe } from '../../shared/playbook/playbook.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Press } from '../ui/press.tsx'
import { SteadyBox } from '../ui/steady-box.tsx'
import { useSteady } from '../ui/use-steady.ts'
import type { ChecklistView } from './checklist.view.ts'
import type { Stance } from './longest-words.ts'

interface StanceLineProps {
  readonly view: Pick<ChecklistView, 'stage' | 'kind'>
  /** For the breath before the call. */
  readonly reframe: Reframe | null
  /** The longest that may come here. */
  readonly room: readonly Stance[]
  readonly onMore: () => void
}

/** How to stand towards this caller: a thought before the call, then the fear behind the kind of client and the answer to it. */
export function StanceLine({ view: { stage, kind }, reframe, room, onMore }: StanceLineProps) {
  'use memo'
  const { t } = useTranslation()
  const more = useSteady(onMore)
  const prompt = t('kind.name')
  const fear = t('kind.fear')
  const words = ({ because, advice }: Stance) => (
    <>
      <strong className="font-semibold text-text">{because}</strong> {advice}
    </>
  )
  const now = kind
    ? words({ because: `${fear} ${kind.fear}`, advice: kind.stance })
    : stage === 'waiting' && reframe
      ? words({ because: `${reframe.title}.`, advice: reframe.line })
      : prompt
  return (
    <div className="flex items-start gap-1 text-note text-muted">
      <SteadyBox
        room={[...room.map((stance) => words({ ...stance, because: `${fear} ${stance.because}` })), prompt]}
        className="min-w-0 flex-1"
      >
        <p dir="auto">{now}</p>
      </SteadyBox>
      <Press
        shortcut="I"
        preventFocusOnPress
        aria-label={t('kind.more')}
        onPress={more}
        className="flex-none rounded-small p-0.5"
      >
        <Kbd keys="I" />
      </Press>
    </div>
  )
}
