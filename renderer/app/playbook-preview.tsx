import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { KindControl } from '../checklist/kind-control.tsx'
import { StepCard } from '../checklist/step-card.tsx'
import { KindAdvice } from '../playbook/kind-advice.tsx'
import { SayLine } from '../ui/say-line.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { lineFacts } from './line-facts.ts'
import { type PreviewPlace, previewView } from './preview-view.ts'
import { useKeys } from './use-keys.ts'

interface PlaybookPreviewProps {
  readonly playbook: Playbook
  readonly agentName: string
  readonly keysAreOn: boolean
}

/** Nobody reads here under pressure: the card may change its height. */
const noRoom = { lines: [], hints: [] } as const

/** A playbook as an agent will meet it on a call; only its steps, kinds and lines can be leafed through. */
export function PlaybookPreview({ playbook, agentName, keysAreOn }: PlaybookPreviewProps) {
  const [place, setPlace] = useState<PreviewPlace>({ step: null, kind: null, line: 0 })
  const { t } = useTranslation()
  const facts = lineFacts({ party: { name: 'Marta Kask', number: '' } }, { agentName })
  const view = previewView({ playbook, facts, place, go: setPlace })
  const position = view.step?.position ?? 1
  const toStep = (index: number) => setPlace({ ...place, step: playbook.steps[index]?.id ?? null, line: 0 })
  const digits = view.kinds.map(({ id }, index) => [String(index + 1), () => view.chooseKind?.(id)] as const)

  useKeys({ ArrowRight: view.nextLine, ...Object.fromEntries(digits) }, keysAreOn)

  return (
    <>
      <KindControl name="preview-kind" view={view} />
      {view.kind ? <KindAdvice kind={view.kind} /> : null}
      <StepCard view={view} room={noRoom} />
      <div className="flex gap-2 *:flex-1">
        <WideButton label={t('editor.previousStep')} isDisabled={position === 1} onPress={() => toStep(position - 2)} />
        <WideButton
          label={t('editor.nextStep')}
          isDisabled={position === playbook.steps.length}
          onPress={() => toStep(position)}
        />
      </div>
      {view.ladder.map(({ id, name, say, hint }) => (
        <article key={id} className="flex flex-col gap-1 rounded-card border border-danger bg-surface px-3.5 py-2.5">
          <h2 className="text-small font-semibold text-danger">{name}</h2>
          <SayLine>{say}</SayLine>
          <p dir="auto" className="text-note text-muted">
            {hint}
          </p>
        </article>
      ))}
    </>
  )
}
