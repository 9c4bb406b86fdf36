import type { Party } from '../../shared/call/call.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { CallSoFar } from '../../shared/transfer/compose-brief.ts'
import type { ChecklistContext } from '../checklist/checklist-setup.ts'

interface SoFarInput {
  readonly caller: Party
  readonly playbook: Playbook
  readonly context: ChecklistContext
  readonly note: string
  /** In a sentence. */
  readonly standing: string
}

/** What a brief is made of, named in the playbook's words. */
export function callSoFar({ caller, playbook, context, note, standing }: SoFarInput): CallSoFar {
  const { kind, triggers, marks, ladder, outcome } = context
  return {
    caller,
    kind: playbook.kinds.find(({ id }) => id === kind) ?? null,
    triggers: playbook.triggers.filter(({ id }) => triggers.includes(id)).map(({ name }) => name),
    done: playbook.steps.filter(({ id }) => marks[id]?.mark === 'done').map(({ title }) => title),
    granted: outcome.granted.map(({ option }) => playbook.options.find(({ id }) => id === option)?.name ?? option),
    agreed: outcome.agreed,
    note,
    standing,
    boundaries: playbook.ladder.filter(({ id }) => ladder.some(({ rung }) => rung === id)).map(({ name }) => name),
  }
}
