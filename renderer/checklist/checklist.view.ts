import type { SnapshotFrom } from 'xstate'
import type { Disposition, Playbook } from '../../shared/playbook/playbook.ts'
import type { ChecklistEvent, checklistMachine, Mark } from './checklist.machine.ts'

export type ChecklistSnapshot = SnapshotFrom<typeof checklistMachine>

/**
 * All a screen may know of a checklist and all it may do to it.
 *
 * A verb that makes no sense now is `undefined`: its presence IS the permission.
 */
export interface ChecklistView {
  readonly stage: 'waiting' | 'live' | 'held' | 'wrappingUp' | 'saving' | 'wrappedUp' | 'unanswered'
  /** The step under the agent's eyes; null when all are marked. */
  readonly step: StepView | null
  readonly rail: readonly RailItem[]
  readonly dispositions: readonly Disposition[]
  readonly disposition: string | null
  readonly saveFailed: boolean
  readonly tick: (() => void) | undefined
  readonly skip: (() => void) | undefined
  readonly undo: (() => void) | undefined
  readonly nextLine: (() => void) | undefined
  readonly jumpTo: ((step: string) => void) | undefined
  readonly chooseDisposition: ((disposition: string) => void) | undefined
  readonly save: (() => void) | undefined
}

export interface StepView {
  readonly id: string
  readonly title: string
  readonly line: string
  readonly hint: string
  /** Counted from 1. */
  readonly position: number
  readonly of: number
}

export interface RailItem {
  readonly id: string
  readonly title: string
  readonly mark: Mark | 'now' | 'open'
}

export function checklistView(
  snapshot: ChecklistSnapshot,
  send: (event: ChecklistEvent) => void,
  playbook: Playbook,
): ChecklistView {
  const { context } = snapshot
  const verb = (event: ChecklistEvent) => (snapshot.can(event) ? () => send(event) : undefined)
  const anotherStep = playbook.steps.find(({ id }) => id !== context.current)?.id
  return {
    stage: snapshot.value,
    step: stepView(playbook, context.current, context.line),
    rail: playbook.steps.map(({ id, title }) => ({
      id,
      title,
      mark: id === context.current ? 'now' : (context.marks[id] ?? 'open'),
    })),
    dispositions: playbook.dispositions,
    disposition: context.disposition,
    saveFailed: context.saveFailed,
    tick: verb({ type: 'step.tick' }),
    skip: verb({ type: 'step.skip' }),
    undo: verb({ type: 'step.undo' }),
    nextLine: playbookHasAnotherLine(playbook, context.current) ? verb({ type: 'line.next' }) : undefined,
    jumpTo:
      anotherStep !== undefined && snapshot.can({ type: 'step.jump', step: anotherStep })
        ? (step) => send({ type: 'step.jump', step })
        : undefined,
    chooseDisposition: snapshot.can({ type: 'disposition.choose', disposition: '' })
      ? (disposition) => send({ type: 'disposition.choose', disposition })
      : undefined,
    save: verb({ type: 'wrapUp.save' }),
  }
}

function stepView(playbook: Playbook, current: string | null, line: number): StepView | null {
  const index = playbook.steps.findIndex(({ id }) => id === current)
  const step = playbook.steps[index]
  return step
    ? {
        id: step.id,
        title: step.title,
        line: step.lines[line % step.lines.length] ?? step.lines[0],
        hint: step.hint,
        position: index + 1,
        of: playbook.steps.length,
      }
    : null
}

function playbookHasAnotherLine(playbook: Playbook, current: string | null): boolean {
  return (playbook.steps.find(({ id }) => id === current)?.lines.length ?? 0) > 1
}
