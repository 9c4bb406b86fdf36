import { assign, emit, enqueueActions, setup, stateIn } from 'xstate'
import { wasAnswered } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import { type Authority, missingFrom, type Outcome } from '../../shared/checklist/outcome.ts'
import { type LadderEntry, rungNow, type StepEntry } from '../../shared/checklist/record.ts'
import {
  asked,
  briefToTakeBack,
  briefToWithdraw,
  calledOff,
  entered,
  resulted,
  resultOf,
} from '../../shared/transfer/transfer-moves.ts'
import {
  type AttemptResult,
  currentAttempt,
  type TransferRecord,
  type TransferStage,
} from '../../shared/transfer/transfer-record.ts'
import type { TransferEvent, TransferOrder } from './transfer-events.ts'

/** How far the agent is, apart from the call: what undo restores. */
export interface Progress {
  /** Step under the agent's eyes; null when every step is marked. */
  readonly current: string | null
  readonly marks: Readonly<Record<string, StepEntry>>
  /** How often another line was asked for at this step. */
  readonly line: number
  /** Kind of client the agent has in front of them; null until named. */
  readonly kind: string | null
  /** What set the caller off, as far as the agent has noticed. */
  readonly triggers: readonly string[]
}

/** What the machine must know of a playbook: ids in order, never a word. */
export interface ChecklistInput {
  readonly steps: readonly string[]
  readonly kinds: readonly string[]
  readonly triggers: readonly string[]
  /** From the calm statement to the report. */
  readonly ladder: readonly string[]
  readonly options: readonly Authority[]
}

export interface ChecklistContext extends Progress {
  readonly playbook: ChecklistInput
  readonly past: readonly Undo[]
  /** Every rung stood on, in time; a reset is an entry of its own, so that nothing said disappears from the record. */
  readonly ladder: readonly LadderEntry[]
  readonly partingApprovedBy: string | null
  readonly transfer: TransferRecord
  readonly outcome: Outcome
  /** The last save failed, and nothing was lost by it. */
  readonly saveFailed: boolean
}

/** Wall clock, ms since 1970: a record names its times, and the machine has no clock of its own. */
interface Stamped {
  readonly at: number
}

export type ChecklistEvent =
  | CallEvent
  | TransferEvent
  | ({ readonly type: 'step.tick'; readonly said: string } & Stamped)
  | ({ readonly type: 'step.skip' } & Stamped)
  | { readonly type: 'step.undo' }
  | { readonly type: 'step.jump'; readonly step: string }
  | { readonly type: 'line.next' }
  | { readonly type: 'kind.choose'; readonly kind: string }
  | { readonly type: 'trigger.toggle'; readonly trigger: string }
  | ({ readonly type: 'ladder.climb'; readonly rung: string; readonly said: string } & Stamped)
  | ({ readonly type: 'ladder.reset' } & Stamped)
  | ({ readonly type: 'route.transfer' } & Stamped)
  | ({ readonly type: 'route.promise' } & Stamped)
  | ({ readonly type: 'route.part' } & Stamped)
  | { readonly type: 'route.back' }
  | { readonly type: 'parting.approve'; readonly by: string }
  | { readonly type: 'outcome.change'; readonly change: Partial<Outcome> }
  | { readonly type: 'wrapUp.save' }
  | { readonly type: 'note.saved' }
  | { readonly type: 'note.notSaved' }

/** Work for the outside world; the machine itself does none. */
export type ChecklistOrder = { readonly type: 'note.save' } | TransferOrder

/** One move to take back: only what it changed, so that a long call keeps a small snapshot. */
interface Undo extends Partial<Omit<Progress, 'marks'>> {
  readonly mark?: { readonly step: string; readonly was: StepEntry | null }
}

const undoDepth = 200

/** What the machine of a call can ask and do; its states name these. */
export const checklistSetup = setup({
  types: {} as {
    input: ChecklistInput
    context: ChecklistContext
    events: ChecklistEvent
    emitted: ChecklistOrder
  },
  guards: {
    callWasAnswered: ({ event }) => 'call' in event && wasAnswered(event.call),
    aStepIsOpen: ({ context }) => context.current !== null,
    stepExists: ({ context, event }) =>
      event.type === 'step.jump' && context.playbook.steps.includes(event.step) && event.step !== context.current,
    kindExists: ({ context, event }) =>
      event.type === 'kind.choose' && context.playbook.kinds.includes(event.kind) && event.kind !== context.kind,
    triggerExists: ({ context, event }) => event.type === 'trigger.toggle' && context.playbook.triggers.includes(event.trigger),
    rungIsHigher: ({ context, event }) =>
      event.type === 'ladder.climb' && heightOf(context, event.rung) > heightOf(context, rungNow(context.ladder)),
    somethingCanBeUndone: ({ context }) => context.past.length > 0,
    talkIsLive: stateIn({ onCall: { talk: 'live' } }),
    transferWasBegun: ({ context }) => context.transfer.entries.length > 0,
    briefIsTheCurrentOne: ({ context, event }) =>
      'briefId' in event && currentAttempt(context.transfer)?.briefId === event.briefId,
    briefWasAccepted: ({ event }) => event.type === 'brief.changed' && event.stage === 'accepted',
    briefWasDeclined: ({ event }) => event.type === 'brief.changed' && event.stage === 'declined',
    somebodyIsAsked: ({ context }) => currentAttempt(context.transfer) !== null,
    partingIsApproved: ({ context }) => context.partingApprovedBy !== null,
    outcomeIsComplete: ({ context }) => missingFrom(context.outcome, context.playbook.options).length === 0,
  },
  actions: {
    markDone: assign(({ context, event }) =>
      event.type === 'step.tick' ? marked(context, { mark: 'done', at: event.at, said: event.said }) : {},
    ),
    markSkipped: assign(({ context, event }) =>
      event.type === 'step.skip' ? marked(context, { mark: 'skipped', at: event.at, said: '' }) : {},
    ),
    jump: assign(({ context, event }) => (event.type === 'step.jump' ? moved(context, { current: event.step, line: 0 }) : {})),
    showNextLine: assign({ line: ({ context }) => context.line + 1 }),
    chooseKind: assign(({ context, event }) =>
      event.type === 'kind.choose' ? moved(context, { kind: event.kind, line: 0 }) : {},
    ),
    toggleTrigger: assign(({ context, event }) =>
      event.type === 'trigger.toggle' ? moved(context, { triggers: toggled(context.triggers, event.trigger) }) : {},
    ),
    undo: assign(({ context }) => undone(context)),
    climb: assign(({ context, event }) =>
      event.type === 'ladder.climb' ? { ladder: [...context.ladder, { rung: event.rung, at: event.at, said: event.said }] } : {},
    ),
    stepDown: assign(({ context, event }) =>
      event.type === 'ladder.reset' ? { ladder: [...context.ladder, { rung: null, at: event.at, said: '' }] } : {},
    ),
    approveParting: assign(({ event }) => (event.type === 'parting.approve' ? { partingApprovedBy: event.by } : {})),
    enter: assign(({ context, event }, stage: TransferStage) => ({
      transfer: entered(context.transfer, stage, timeOf(event), 'said' in event ? event.said : '', reasonIn(event)),
    })),
    /** Nobody has heard of it yet. */
    forgetBeginning: assign({ transfer: ({ context }) => ({ ...context.transfer, entries: [] }) }),
    writeBrief: assign(({ context, event }) =>
      'brief' in event ? { transfer: { ...context.transfer, brief: event.brief } } : {},
    ),
    ask: assign(({ context, event }) => {
      if (event.type !== 'transfer.ask' && event.type !== 'transfer.askAloud') return {}
      const { briefId, to, at } = event
      return { transfer: asked(context.transfer, { briefId, to, at, by: event.type === 'transfer.ask' ? 'hub' : 'voice' }) }
    }),
    noteResult: assign(({ context, event }, result: AttemptResult) => ({
      transfer: resulted(context.transfer, result, timeOf(event), reasonIn(event)),
    })),
    noteHowFar: assign(({ context, event }) =>
      event.type === 'brief.changed'
        ? { transfer: resulted(context.transfer, resultOf(event.stage), event.at, event.reason) }
        : {},
    ),
    callOff: assign(({ context, event }) => ({ transfer: calledOff(context.transfer, timeOf(event)) })),
    callOffWaiting: assign(({ context, event }) =>
      briefToWithdraw(context.transfer) ? { transfer: calledOff(context.transfer, timeOf(event)) } : {},
    ),
    orderSend: emit(({ event }) => {
      if (event.type !== 'transfer.ask') throw new Error('only an asking sends a brief')
      return { type: 'brief.send', briefId: event.briefId, to: event.to, brief: event.brief }
    }),
    orderWithdrawal: enqueueActions(({ context, enqueue }) => {
      const attempt = briefToWithdraw(context.transfer)
      if (attempt) enqueue.emit({ type: 'brief.withdraw', briefId: attempt.briefId })
    }),
    orderTakingBack: enqueueActions(({ context, enqueue }) => {
      const attempt = briefToTakeBack(context.transfer)
      if (attempt) enqueue.emit({ type: 'brief.withdraw', briefId: attempt.briefId })
    }),
    changeOutcome: assign(({ context, event }) =>
      event.type === 'outcome.change' ? { outcome: { ...context.outcome, ...event.change }, saveFailed: false } : {},
    ),
    orderSave: emit({ type: 'note.save' }),
    sayNotSaved: assign({ saveFailed: true }),
    forgetFailure: assign({ saveFailed: false }),
  },
})

/** The agent's own moves and what main tells carry their time; a call's end has it in the call. */
function timeOf(event: ChecklistEvent): number {
  if ('at' in event) return event.at
  return 'call' in event ? (event.call.endedAt ?? event.call.startedAt) : 0
}

function reasonIn(event: ChecklistEvent): string {
  return 'reason' in event ? event.reason : ''
}

function marked(context: ChecklistContext, entry: StepEntry) {
  const { current, playbook } = context
  if (current === null) return {}
  const marks = { ...context.marks, [current]: entry }
  return { ...moved(context, { current: nextOpen(playbook.steps, marks, current), line: 0 }, current), marks }
}

/** Moves, and remembers what was there before it; `step` is the one whose mark changes with the move. */
function moved(context: ChecklistContext, to: Partial<Omit<Progress, 'marks'>>, step?: string) {
  const { current, line, kind, triggers, marks, past } = context
  const before: Undo = {
    current,
    line,
    kind,
    triggers,
    ...(step === undefined ? {} : { mark: { step, was: marks[step] ?? null } }),
  }
  return { ...to, past: [...past, before].slice(-undoDepth) }
}

function undone(context: ChecklistContext) {
  const { mark, ...before } = context.past.at(-1) ?? {}
  const past = context.past.slice(0, -1)
  if (mark === undefined) return { ...before, past }
  const { [mark.step]: _undone, ...others } = context.marks
  return { ...before, past, marks: mark.was === null ? others : { ...others, [mark.step]: mark.was } }
}

function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}

/** -1 on level ground; a rung that is not in the playbook is nowhere above it. */
function heightOf({ playbook }: ChecklistContext, rung: string | null): number {
  return rung === null ? -1 : playbook.ladder.indexOf(rung)
}

/** The next step without a mark, going round once, so that a step jumped over is met again. */
function nextOpen(steps: readonly string[], marks: Readonly<Record<string, StepEntry>>, from: string): string | null {
  const at = steps.indexOf(from)
  return [...steps.slice(at + 1), ...steps.slice(0, at + 1)].find((step) => marks[step] === undefined) ?? null
}
