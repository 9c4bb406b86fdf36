import type { CallVerbs } from '../call/call-verbs.ts'
import type { TransferView } from '../checklist/transfer.view.ts'
import type { Keys } from './keymap.ts'
import type { Candidates } from './use-candidates.ts'

export interface TransferMoves {
  readonly main: (() => void) | undefined
  readonly back: (() => void) | undefined
  readonly nextLine: (() => void) | undefined
  readonly dial: (() => void) | undefined
  readonly edit: (() => void) | undefined
  readonly drop: (() => void) | undefined
  readonly find: (() => void) | undefined
}

/** The keys of a transfer: each does what the control that shows it does, and a digit picks a colleague. */
export function transferKeys(transfer: TransferView, verbs: CallVerbs, candidates: Candidates, moves: TransferMoves): Keys {
  const picks = transfer.ask
    ? candidates.shown.map(
        ({ person }) =>
          () =>
            candidates.choose(person.id),
      )
    : []
  return {
    Enter: moves.main,
    Escape: moves.back,
    ArrowRight: moves.nextLine,
    a: transfer.another,
    y: transfer.accepted,
    d: moves.dial,
    e: moves.edit,
    l: moves.drop,
    '/': moves.find,
    c: transfer.promise,
    h: (verbs.hold ?? verbs.resume)?.run,
    w: verbs.wrapUp?.run,
    ...Object.fromEntries(picks.map((pick, index) => [String(index + 1), pick])),
  }
}
