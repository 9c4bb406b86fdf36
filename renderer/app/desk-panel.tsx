import { lazy, Suspense } from 'react'
import type { LineFacts } from '../../shared/playbook/placeholders.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { callbackLines } from '../checklist/callback-lines.ts'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { KindPanel } from '../checklist/kind-panel.tsx'
import { LadderPanel } from '../checklist/ladder-panel.tsx'
import { PartingPanel } from '../checklist/parting-panel.tsx'
import type { JustPromised } from './promised-news.tsx'
import type { DeskCall, Steadyline } from './steadyline.ts'
import type { DeskPanel as Panel } from './use-desk-panel.ts'

/** Asked for before it is needed, so that what is typed after its key is already typed into it. */
const promiseDesk = import('./promise-desk.tsx')
const PromiseDesk = lazy(() => promiseDesk.then(({ PromiseDesk }) => ({ default: PromiseDesk })))

interface DeskPanelProps {
  readonly panel: Panel
  readonly view: ChecklistView
  readonly playbook: Playbook
  readonly facts: LineFacts
  readonly onSaid: () => void
  readonly deskCall: DeskCall
  readonly steadyline: Steadyline
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly onPromised: (promised: JustPromised) => void
  readonly onClose: () => void
}

/**
 * What the agent asked to see beside the step: it covers the rail and the note, never the line to say; but the promise of a
 * call, whose line is the one to read back, covers the step too, so that all of it is in sight.
 */
export function DeskPanel({
  panel,
  view,
  playbook,
  facts,
  deskCall,
  steadyline,
  area,
  onSaid,
  onPromised,
  onClose,
}: DeskPanelProps) {
  switch (panel.name) {
    case 'kind':
      return <KindPanel view={view} onClose={onClose} />
    case 'ladder':
      return (
        <LadderPanel {...{ view, onSaid, onClose }} chosen={panel.rung} onChoose={panel.chooseRung} onPromise={view.promise} />
      )
    case 'promisingCallback':
      return (
        <Suspense fallback={null}>
          <PromiseDesk
            {...{ deskCall, steadyline, area, onClose }}
            linesFor={(time) => callbackLines(playbook, view.kind, facts, time)}
            onKept={onPromised}
          />
        </Suspense>
      )
    case 'partingWays':
      return view.parting ? <PartingPanel parting={view.parting} onClose={onClose} /> : null
    case null:
      return null
  }
}
