import { useTranslation } from 'react-i18next'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { timeText } from '../words/times.ts'

interface ConductSaidProps {
  readonly view: Pick<ChecklistView, 'kind' | 'ladder'>
}

/** Says the kind of client and the rung to a screen reader as they change, politely. */
export function ConductSaid({ view: { kind, ladder } }: ConductSaidProps) {
  const { t, i18n } = useTranslation()
  const now = ladder.find(({ standing }) => standing === 'now')
  const wasOnLadder = ladder.some(({ at }) => at !== null)
  return (
    <>
      <p role="status" className="sr-only">
        {kind ? t('said.kind', { kind: kind.name, stance: kind.stance }) : null}
      </p>
      <p role="status" className="sr-only">
        {now?.at ? t('said.rung', { rung: now.name, time: timeText(now.at, i18n.language) }) : null}
        {!now && wasOnLadder ? t('said.ladderDown') : null}
      </p>
    </>
  )
}
