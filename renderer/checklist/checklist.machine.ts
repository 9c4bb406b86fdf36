import { assign, emit, setup } from 'xstate'
import { wasAnswered } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'

export type Mark = 'done' | 'skipped'

/** How far the agent is, apart from the call: what undo restores. */
export interface Progress {
  /** Step under the agent's eyes; null when every step is marked. */
  readonly current: string | null
  readonly marks: Readonly<Record<string, Mark>>
  /** How often another line was asked for at this step. */
  readonly line: number
}

export interface ChecklistInput {
  readonly steps: readonly string[]
}

export interface ChecklistContext extends Progress {
  readonly steps: readonly string[]
  readonly past: readonly Progress[]
  readonly disposition: string | null
  /** The last save failed, and nothing was lost by it. */
  readonly saveFailed: boolean
}

export type ChecklistEvent =
  | CallEvent
  | { readonly type: 'step.tick' }
  | { readonly type: 'step.skip' }
  | { readonly type: 'step.undo' }
  | { readonly type: 'step.jump'; readonly step: string }
  | { readonly type: 'line.next' }
  | { readonly type: 'disposition.choose'; readonly disposition: string }
  | { readonly type: 'wrapUp.save' }
  | { readonly type: 'note.saved' }
  | { readonly type: 'note.notSaved' }

/** Work for the outside world; the machine itself does none. */
export type ChecklistOrder = { readonly type: 'note.save'; readonly disposition: string }

const undoDepth = 100

/**
 * One agent's way through one call.
 *
 * The call moves it (`call.*`, told by main), the agent walks it (`step.*`), and the wrap-up ends it. It holds no clock,
 * invokes nothing and names steps by id only, so a snapshot is small and any snapshot can be resumed in another window.
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
      event.type === 'step.jump' && context.steps.includes(event.step) && event.step !== context.current,
    somethingCanBeUndone: ({ context }) => context.past.length > 0,
    dispositionIsChosen: ({ context }) => context.disposition !== null,
  },
  actions: {
    markDone: assign(({ context }) => marked(context, 'done')),
    markSkipped: assign(({ context }) => marked(context, 'skipped')),
    jump: assign(({ context, event }) =>
      event.type === 'step.jump' ? moved(context, { ...progressOf(context), current: event.step, line: 0 }) : {},
    ),
    showNextLine: assign({ line: ({ context }) => context.line + 1 }),
    undo: assign(({ context }) => ({ ...context.past.at(-1), past: context.past.slice(0, -1) })),
    chooseDisposition: assign(({ event }) =>
      event.type === 'disposition.choose' ? { disposition: event.disposition, saveFailed: false } : {},
    ),
    orderSave: emit(({ context }) => ({ type: 'note.save', disposition: context.disposition ?? '' })),
    sayNotSaved: assign({ saveFailed: true }),
    forgetFailure: assign({ saveFailed: false }),
  },
}).createMachine({
  id: 'checklist',
  context: ({ input }) => ({
    steps: input.steps,
    current: input.steps[0] ?? null,
    marks: {},
    line: 0,
    past: [],
    disposition: null,
    saveFailed: false,
  }),
  initial: 'waiting',
  on: {
    'call.ended': [{ target: '.wrappingUp', guard: 'callWasAnswered' }, { target: '.unanswered' }],
  },
  states: {
    waiting: {
      on: { 'call.answered': 'live', 'call.held': 'held', 'call.resumed': 'live' },
    },
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
    held: {
      on: { 'call.resumed': 'live', 'call.answered': 'live' },
    },
    wrappingUp: {
      on: {
        'call.ended': {},
        'disposition.choose': { actions: 'chooseDisposition' },
        'wrapUp.save': { guard: 'dispositionIsChosen', target: 'saving', actions: ['forgetFailure', 'orderSave'] },
      },
    },
    saving: {
      on: {
        'call.ended': {},
        'note.saved': 'wrappedUp',
        'note.notSaved': { target: 'wrappingUp', actions: 'sayNotSaved' },
      },
    },
    wrappedUp: { type: 'final' },
    unanswered: { type: 'final' },
  },
})

function marked(context: ChecklistContext, mark: Mark) {
  if (context.current === null) return {}
  const marks = { ...context.marks, [context.current]: mark }
  return moved(context, { marks, current: nextOpen(context.steps, marks, context.current), line: 0 })
}

function moved(context: ChecklistContext, to: Progress) {
  return { ...to, past: [...context.past, progressOf(context)].slice(-undoDepth) }
}

function progressOf({ current, marks, line }: ChecklistContext): Progress {
  return { current, marks, line }
}

/** The next step without a mark, going round once, so that a step jumped over is met again. */
function nextOpen(steps: readonly string[], marks: Readonly<Record<string, Mark>>, from: string): string | null {
  const at = steps.indexOf(from)
  return [...steps.slice(at + 1), ...steps.slice(0, at + 1)].find((step) => marks[step] === undefined) ?? null
}
