import type { LineFacts } from '../../shared/playbook/placeholders.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { callbackLines } from '../checklist/callback-lines.ts'
import { CallbackPanel } from '../checklist/callback-panel.tsx'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import { KindPanel } from '../checklist/kind-panel.tsx'
import { LadderPanel } from '../checklist/ladder-panel.tsx'
import { PartingPanel } from '../checklist/parting-panel.tsx'
import type { DeskPanel as Panel } from './use-desk-panel.ts'

interface DeskPanelProps {
  readonly panel: Panel
  readonly view: ChecklistView
  readonly playbook: Playbook
  readonly facts: LineFacts
  readonly onSaid: () => void
  readonly onKeepPromise: (time: string) => void
  readonly onClose: () => void
}

/** What the agent asked to see beside the step: it covers the rail and the note, never the line to say. */
export function DeskPanel({ panel, view, playbook, facts, onSaid, onKeepPromise, onClose }: DeskPanelProps) {
  switch (panel.name) {
    case 'kind':
      return <KindPanel view={view} onClose={onClose} />
    case 'ladder':
      return <LadderPanel view={view} chosen={panel.rung} onChoose={panel.chooseRung} onSaid={onSaid} onClose={onClose} />
    case 'promisingCallback':
      return (
        <CallbackPanel
          linesFor={(time) => callbackLines(playbook, view.kind, facts, time)}
          onKeep={onKeepPromise}
          onClose={onClose}
        />
      )
    case 'partingWays':
      return view.parting ? <PartingPanel parting={view.parting} onClose={onClose} /> : null
    case null:
      return null
  }
}
