import { getInitialSnapshot, getNextSnapshot } from 'xstate'
import { callAfter } from '../../shared/call/call-transitions.ts'
import type { LineFacts } from '../../shared/playbook/placeholders.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { checklistMachine } from '../checklist/checklist.machine.ts'
import { type ChecklistView, checklistView } from '../checklist/checklist.view.ts'
import type { ChecklistEvent } from '../checklist/checklist-setup.ts'
import { inputFrom } from './desk.ts'

/** What of a playbook is looked at; a step or a kind that is not there (any more) gives way to the usual one. */
export interface PreviewPlace {
  readonly step: string | null
  readonly kind: string | null
  /** How often another line was asked for. */
  readonly line: number
}

interface PreviewInput {
  readonly playbook: Playbook
  readonly facts: LineFacts
  readonly place: PreviewPlace
  readonly go: (place: PreviewPlace) => void
}

/** A checklist in the middle of a call that is none: its words can be leafed through, and nothing can be done. */
export function previewView({ playbook, facts, place, go }: PreviewInput): ChecklistView {
  const events: readonly ChecklistEvent[] = [
    ...onCall,
    ...(place.step === null ? [] : [{ type: 'step.jump', step: place.step } as const]),
    ...(place.kind === null ? [] : [{ type: 'kind.choose', kind: place.kind } as const]),
    ...Array.from({ length: place.line }, () => ({ type: 'line.next' }) as const),
  ]
  const snapshot = events.reduce(
    (before, event) => getNextSnapshot(checklistMachine, before, event),
    getInitialSnapshot(checklistMachine, inputFrom(playbook)),
  )
  const view = checklistView({ snapshot, send: () => undefined, playbook, facts, wallNow: () => 0 })
  return {
    ...view,
    tick: undefined,
    skip: undefined,
    undo: undefined,
    nextLine: view.nextLine ? () => go({ ...place, line: place.line + 1 }) : undefined,
    chooseKind: (kind) => go({ ...place, kind, line: 0 }),
  }
}

const call = callAfter(null, { type: 'call.answered', dialer: 'practice', ref: 'preview' }, { mono: 0, wall: 0 })
const onCall: readonly ChecklistEvent[] = call ? [{ type: 'call.answered', call }] : []
