import type { CallVerbs } from '../call/call-verbs.ts'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import type { Keys } from './keymap.ts'

interface DeskMoves {
  readonly note: () => void
  readonly rail: () => void
  readonly otherCall: (() => void) | undefined
}

/** The keys of a call: each does what the control that shows it does. */
export function deskKeys(view: ChecklistView, verbs: CallVerbs, moves: DeskMoves): Keys {
  const { chooseDisposition } = view
  const digits = view.dispositions
    .slice(0, 9)
    .map(({ id }, index) => [String(index + 1), chooseDisposition ? () => chooseDisposition(id) : undefined] as const)
  return {
    Enter: view.tick ?? view.save,
    ArrowRight: view.nextLine,
    s: view.skip,
    z: view.undo,
    j: view.jumpTo ? moves.rail : undefined,
    n: moves.note,
    a: verbs.answer?.run,
    d: (verbs.decline ?? verbs.cancel)?.run,
    h: (verbs.hold ?? verbs.resume)?.run,
    w: verbs.wrapUp?.run,
    x: moves.otherCall,
    ...Object.fromEntries(digits),
  }
}
