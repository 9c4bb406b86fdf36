import { and, assign, emit, not, setup, stateIn } from 'xstate'
import { wasAnswered } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import { type Authority, blankOutcome, missingFrom, type Outcome } from '../../shared/checklist/outcome.ts'
import { type LadderEntry, rungNow, type StepEntry } from '../../shared/checklist/record.ts'

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
  | ({ readonly type: 'step.tick'; readonly said: string } & Stamped)
  | ({ readonly type: 'step.skip' } & Stamped)
  | { readonly type: 'step.undo' }
  | { readonly type: 'step.jump'; readonly step: string }
  | { readonly type: 'line.next' }
  | { readonly type: 'kind.choose'; readonly kind: string }
  | { readonly type: 'trigger.toggle'; readonly trigger: string }
  | ({ readonly type: 'ladder.climb'; readonly rung: string; readonly said: string } & Stamped)
  | ({ readonly type: 'ladder.reset' } & Stamped)
  | { readonly type: 'route.transfer' }
  | { readonly type: 'route.promise' }
  | { readonly type: 'route.part' }
  | { readonly type: 'route.back' }
  | { readonly type: 'parting.approve'; readonly by: string }
  | { readonly type: 'outcome.change'; readonly change: Partial<Outcome> }
  | { readonly type: 'wrapUp.save' }
  | { readonly type: 'note.saved' }
  | { readonly type: 'note.notSaved' }

/** Work for the outside world; the machine itself does none. */
export type ChecklistOrder = { readonly type: 'note.save' }

/** One move to take back: only what it changed, so that a long call keeps a small snapshot. */
interface Undo extends Partial<Omit<Progress, 'marks'>> {
  readonly mark?: { readonly step: string; readonly was: StepEntry | null }
}

const undoDepth = 200

/**
 * One agent's way through one call.
 *
 * While the call is on the line three things go on side by side: the talk (live or held; steps move only while it is live), the
 * caller's conduct (a ladder that only the agent takes down again), and the route the call takes (handled here, handed to
 * somebody, promised a callback, or parted from). The call moves it (`call.*`, told by main), the agent walks it, and the wrap-up
 * ends it. It holds no clock, invokes nothing and names playbook parts by id only, so any snapshot can be resumed anywhere.
 */
export const checklistMachine = setup({
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
    changeOutcome: assign(({ context, event }) =>
      event.type === 'outcome.change' ? { outcome: { ...context.outcome, ...event.change }, saveFailed: false } : {},
    ),
    orderSave: emit({ type: 'note.save' }),
    sayNotSaved: assign({ saveFailed: true }),
    forgetFailure: assign({ saveFailed: false }),
  },
}).createMachine({
  id: 'checklist',
  context: ({ input }) => ({
    playbook: input,
    current: input.steps[0] ?? null,
    marks: {},
    line: 0,
    kind: null,
    triggers: [],
    past: [],
    ladder: [],
    partingApprovedBy: null,
    outcome: blankOutcome,
    saveFailed: false,
  }),
  initial: 'waiting',
  on: {
    'call.ended': [{ target: '.wrappingUp', guard: 'callWasAnswered' }, { target: '.unanswered' }],
    'kind.choose': { guard: 'kindExists', actions: 'chooseKind' },
    'trigger.toggle': { guard: 'triggerExists', actions: 'toggleTrigger' },
  },
  states: {
    waiting: {
      on: { 'call.answered': 'onCall', 'call.resumed': 'onCall', 'call.held': { target: ['onCall.talk.held'] } },
    },
    onCall: {
      type: 'parallel',
      on: { 'outcome.change': { actions: 'changeOutcome' } },
      states: {
        talk: {
          initial: 'live',
          states: {
            live: {
              on: {
                'call.held': 'held',
                'step.tick': { guard: 'aStepIsOpen', actions: 'markDone' },
                'step.skip': { guard: 'aStepIsOpen', actions: 'markSkipped' },
                'step.jump': { guard: 'stepExists', actions: 'jump' },
                'step.undo': { guard: 'somethingCanBeUndone', actions: 'undo' },
                'line.next': { guard: 'aStepIsOpen', actions: 'showNextLine' },
              },
            },
            held: { on: { 'call.resumed': 'live', 'call.answered': 'live' } },
          },
        },
        conduct: {
          initial: 'steady',
          states: {
            steady: {
              on: { 'ladder.climb': { target: 'onLadder', guard: and(['talkIsLive', 'rungIsHigher']), actions: 'climb' } },
            },
            onLadder: {
              on: {
                'ladder.climb': { guard: and(['talkIsLive', 'rungIsHigher']), actions: 'climb' },
                'ladder.reset': { target: 'steady', actions: 'stepDown' },
              },
            },
          },
        },
        route: {
          initial: 'handling',
          states: {
            handling: {
              on: { 'route.transfer': 'transferring', 'route.promise': 'promisingCallback', 'route.part': 'partingWays' },
            },
            transferring: {
              on: { 'route.back': 'handling', 'route.promise': 'promisingCallback', 'route.part': 'partingWays' },
            },
            promisingCallback: { on: { 'route.back': 'handling' } },
            partingWays: {
              on: { 'route.back': 'handling', 'parting.approve': { guard: not('partingIsApproved'), actions: 'approveParting' } },
            },
          },
        },
      },
    },
    wrappingUp: {
      on: {
        'call.ended': {},
        'ladder.climb': { guard: 'rungIsHigher', actions: 'climb' },
        'outcome.change': { actions: 'changeOutcome' },
        'wrapUp.save': { guard: 'outcomeIsComplete', target: 'saving', actions: ['forgetFailure', 'orderSave'] },
      },
    },
    saving: {
      on: {
        'call.ended': {},
        'kind.choose': {},
        'trigger.toggle': {},
        'note.saved': 'wrappedUp',
        'note.notSaved': { target: 'wrappingUp', actions: 'sayNotSaved' },
      },
    },
    wrappedUp: { type: 'final' },
    unanswered: { type: 'final' },
  },
})

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
