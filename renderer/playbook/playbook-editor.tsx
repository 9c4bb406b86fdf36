import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { PlaybookProblem } from '../../shared/playbook/playbook-problem.ts'
import { Choice } from '../ui/choice.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { DraftWords } from './draft-words.tsx'
import type { LiveCheck } from './live-check.ts'
import type { PlaybookDraft } from './playbook-draft.ts'
import { PlaybookText } from './playbook-text.tsx'
import { ProblemPanel } from './problem-panel.tsx'
import { showPlace } from './show-place.ts'

interface PlaybookEditorProps {
  readonly name: string
  readonly isReadOnly: boolean
  readonly draft: PlaybookDraft
  readonly check: LiveCheck
  readonly preview: (playbook: Playbook) => ReactNode
  readonly onLeaveText: () => void
}

type Side = 'text' | 'preview'

/** The text of a playbook beside what it will look like: side by side where there is room, one at a time where there is not. */
export function PlaybookEditor({ name, isReadOnly, draft, check, preview, onLeaveText }: PlaybookEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [side, setSide] = useState<Side>('text')
  const state = useReadable(draft.state)
  const checked = useReadable(check.state)
  const { t } = useTranslation()
  const sides: readonly Side[] = ['text', 'preview']
  const shownIf = (of: Side) => (side === of ? 'flex' : 'hidden min-[800px]:flex')
  const goTo = (problem: PlaybookProblem) => {
    if (area.current) showPlace(area.current, problem)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5">
      <div className="min-[800px]:hidden">
        <Choice
          label={t('editor.show')}
          value={side}
          options={sides.map((value) => ({ value, label: t(`editor.${value}`) }))}
          onChange={setSide}
        />
      </div>
      <div className="grid min-h-0 flex-1 gap-4 min-[800px]:grid-cols-2">
        <div className={`${shownIf('text')} min-h-0 min-w-0 flex-col gap-2`}>
          <PlaybookText
            label={t('editor.textOf', { name })}
            text={state.text}
            isReadOnly={isReadOnly}
            onChange={draft.write}
            areaRef={area}
            onLeave={onLeaveText}
          />
          <ProblemPanel check={checked} goTo={goTo} />
          <p className="text-small text-faint">{t(isReadOnly ? 'editor.readOnly' : 'editor.howTo')}</p>
          {isReadOnly ? null : <DraftWords draft={state} hasErrors={checked.errors.length > 0} />}
        </div>
        <section aria-label={t('editor.preview')} className={`${shownIf('preview')} min-h-0 min-w-0 flex-col gap-2`}>
          {checked.playbook && checked.errors.length > 0 ? (
            <p className="text-small font-medium text-warn">{t('editor.lastGoodPreview')}</p>
          ) : null}
          <ScrollArea className="flex flex-1 flex-col gap-3">
            {checked.playbook ? preview(checked.playbook) : <p className="text-note text-muted">{t('editor.noPreview')}</p>}
          </ScrollArea>
        </section>
      </div>
    </div>
  )
}
