import type { CallVerbs } from '../call/call-verbs.ts'
import type { ChecklistView } from '../checklist/checklist.view.ts'
import type { Keys } from './keymap.ts'

export interface DeskMoves {
  readonly note: () => void
  readonly rail: () => void
  readonly otherCall: (() => void) | undefined
  readonly kind: (() => void) | undefined
  readonly boundary: (() => void) | undefined
  readonly transfer: (() => void) | undefined
  readonly promise: (() => void) | undefined
  readonly more: (() => void) | undefined
  /** What lies over the screen goes. */
  readonly close: (() => void) | undefined
  /** The rung under the agent's eyes was said; while it is, Enter means this. */
  readonly said: (() => void) | undefined
}

/** The keys of a call: each does what the control that shows it does. Digits name the caller's kind, and in the wrap-up the ending. */
export function deskKeys(view: ChecklistView, dispositions: readonly string[], verbs: CallVerbs, moves: DeskMoves): Keys {
  const covered = moves.close !== undefined
  return {
    Enter: moves.said ?? (covered && view.stage !== 'wrappingUp' ? undefined : (view.tick ?? view.save)),
    Escape: moves.close,
    ArrowRight: view.nextLine,
    s: view.skip,
    z: view.undo,
    j: view.jumpTo && !covered ? moves.rail : undefined,
    i: moves.kind,
    b: moves.boundary,
    r: moves.said || moves.boundary ? view.resetLadder : undefined,
    t: moves.transfer,
    c: moves.promise,
    y: covered ? view.part : undefined,
    m: moves.more,
    n: moves.note,
    a: verbs.answer?.run,
    d: (verbs.decline ?? verbs.cancel)?.run,
    h: (verbs.hold ?? verbs.resume)?.run,
    w: verbs.wrapUp?.run,
    x: moves.otherCall,
    ...(view.stage === 'wrappingUp' ? endings(view, dispositions) : kinds(view)),
  }
}

function endings({ changeOutcome }: ChecklistView, dispositions: readonly string[]): Keys {
  return digits(dispositions, changeOutcome ? (disposition) => changeOutcome({ disposition }) : undefined)
}

function kinds({ kinds: known, chooseKind }: ChecklistView): Keys {
  return digits(
    known.map(({ id }) => id),
    chooseKind,
  )
}

function digits(ids: readonly string[], choose: ((id: string) => void) | undefined): Keys {
  return Object.fromEntries(ids.slice(0, 9).map((id, index) => [String(index + 1), choose ? () => choose(id) : undefined]))
}
