import type { SnapshotFrom } from 'xstate'
import { missingFrom, type Outcome } from '../../shared/checklist/outcome.ts'
import { rungNow } from '../../shared/checklist/record.ts'
import { fillLine, type LineFacts } from '../../shared/playbook/placeholders.ts'
import { type Kind, linesFor, type PartingWays, type Playbook, type Rung, type Trigger } from '../../shared/playbook/playbook.ts'
import type { checklistMachine } from './checklist.machine.ts'
import type { ChecklistEvent } from './checklist-setup.ts'

export type ChecklistSnapshot = SnapshotFrom<typeof checklistMachine>

/**
 * All a screen may know of a checklist and all it may do to it.
 *
 * A verb that makes no sense now is `undefined`: its presence IS the permission.
 */
export interface ChecklistView {
  readonly stage: 'waiting' | 'live' | 'held' | 'wrappingUp' | 'saving' | 'wrappedUp' | 'unanswered'
  readonly route: 'handling' | 'transferring' | 'promisingCallback' | 'partingWays'
  /** The step under the agent's eyes; null when all are marked. */
  readonly step: StepView | null
  readonly rail: Rail
  readonly kinds: readonly Kind[]
  readonly kind: Kind | null
  readonly triggers: readonly TriggerView[]
  readonly ladder: readonly RungView[]
  readonly parting: PartingView | null
  readonly outcome: Outcome
  /** What keeps the wrap-up from being saved. */
  readonly missing: ReturnType<typeof missingFrom>
  readonly saveFailed: boolean
  readonly tick: (() => void) | undefined
  readonly skip: (() => void) | undefined
  readonly undo: (() => void) | undefined
  readonly nextLine: (() => void) | undefined
  readonly jumpTo: ((step: string) => void) | undefined
  readonly chooseKind: ((kind: string) => void) | undefined
  readonly resetLadder: (() => void) | undefined
  readonly transfer: (() => void) | undefined
  readonly promise: (() => void) | undefined
  readonly part: (() => void) | undefined
  readonly back: (() => void) | undefined
  readonly changeOutcome: ((change: Partial<Outcome>) => void) | undefined
  readonly save: (() => void) | undefined
}

export interface StepView {
  readonly id: string
  readonly title: string
  /** Ready to say: placeholders are filled. */
  readonly line: string
  readonly hint: string
  /** Counted from 1. */
  readonly position: number
  readonly of: number
}

/** The whole way as the playbook and the machine have it: nothing is made anew for each of hundreds of steps at every key. */
export interface Rail extends Pick<ChecklistSnapshot['context'], 'current' | 'marks'> {
  readonly steps: readonly RailItem[]
}

export type RailItem = Pick<Playbook['steps'][number], 'id' | 'title'>
export type RailMark = 'done' | 'skipped' | 'now' | 'open'

export function markOf({ current, marks }: Rail, step: string): RailMark {
  return step === current ? 'now' : (marks[step]?.mark ?? 'open')
}

export interface TriggerView extends Trigger {
  readonly seen: boolean
  readonly toggle: (() => void) | undefined
}

export interface RungView extends Rung {
  readonly standing: 'said' | 'now' | 'ahead'
  /** Wall clock, ms since 1970, of the last time it was stood on. */
  readonly at: number | null
  readonly climb: (() => void) | undefined
}

export interface PartingView extends PartingWays {
  readonly approvedBy: string | null
  readonly approve: ((by: string) => void) | undefined
}

export interface ChecklistViewInput {
  readonly snapshot: ChecklistSnapshot
  readonly send: (event: ChecklistEvent) => void
  readonly playbook: Playbook
  readonly facts: LineFacts
  /** Wall clock, ms since 1970. */
  readonly wallNow: () => number
}

export function checklistView({ snapshot, send, playbook, facts, wallNow }: ChecklistViewInput): ChecklistView {
  const { context } = snapshot
  const at = 0
  const say = (line: string) => fillLine(line, facts, playbook.fallbacks)
  const verb = (probe: ChecklistEvent, event: () => ChecklistEvent = () => probe) =>
    snapshot.can(probe) ? () => send(event()) : undefined
  const kind = playbook.kinds.find(({ id }) => id === context.kind) ?? null
  const { step, lineCount } = stepView(playbook, context.current, context.line, kind, say)
  const anotherStep = playbook.steps.find(({ id }) => id !== context.current)?.id ?? ''
  const anotherKind = playbook.kinds.find(({ id }) => id !== context.kind)?.id ?? ''
  return {
    ...whereOnTheCall(snapshot),
    step,
    rail: { steps: playbook.steps, current: context.current, marks: context.marks },
    kinds: playbook.kinds,
    kind,
    triggers: playbook.triggers.map((trigger) => ({
      ...trigger,
      lines: trigger.lines.map(say),
      seen: context.triggers.includes(trigger.id),
      toggle: verb({ type: 'trigger.toggle', trigger: trigger.id }),
    })),
    ladder: playbook.ladder.map((rung) => {
      const said = say(rung.say)
      return {
        ...rung,
        say: said,
        ...standingOf(context.ladder, playbook.ladder, rung.id),
        climb: verb({ type: 'ladder.climb', rung: rung.id, said, at }, () => ({
          type: 'ladder.climb',
          rung: rung.id,
          said,
          at: wallNow(),
        })),
      }
    }),
    parting: playbook.partingWays
      ? {
          ...playbook.partingWays,
          say: playbook.partingWays.say.map(say),
          approvedBy: context.partingApprovedBy,
          approve: snapshot.can({ type: 'parting.approve', by: '' }) ? (by) => send({ type: 'parting.approve', by }) : undefined,
        }
      : null,
    outcome: context.outcome,
    missing: missingFrom(context.outcome, context.playbook.options),
    saveFailed: context.saveFailed,
    tick: verb({ type: 'step.tick', said: '', at }, () => ({ type: 'step.tick', said: step?.line ?? '', at: wallNow() })),
    skip: verb({ type: 'step.skip', at }, () => ({ type: 'step.skip', at: wallNow() })),
    undo: verb({ type: 'step.undo' }),
    nextLine: lineCount > 1 ? verb({ type: 'line.next' }) : undefined,
    jumpTo: snapshot.can({ type: 'step.jump', step: anotherStep }) ? (to) => send({ type: 'step.jump', step: to }) : undefined,
    chooseKind: snapshot.can({ type: 'kind.choose', kind: anotherKind })
      ? (chosen) => send({ type: 'kind.choose', kind: chosen })
      : undefined,
    resetLadder: verb({ type: 'ladder.reset', at }, () => ({ type: 'ladder.reset', at: wallNow() })),
    transfer: verb({ type: 'route.transfer', at }, () => ({ type: 'route.transfer', at: wallNow() })),
    promise: verb({ type: 'route.promise', at }, () => ({ type: 'route.promise', at: wallNow() })),
    part: playbook.partingWays ? verb({ type: 'route.part', at }, () => ({ type: 'route.part', at: wallNow() })) : undefined,
    back: verb({ type: 'route.back' }),
    changeOutcome: snapshot.can({ type: 'outcome.change', change: {} })
      ? (change) => send({ type: 'outcome.change', change })
      : undefined,
    save: verb({ type: 'wrapUp.save' }),
  }
}

function whereOnTheCall({ value }: ChecklistSnapshot): Pick<ChecklistView, 'stage' | 'route'> {
  if (typeof value === 'string') return { stage: value, route: 'handling' }
  const { talk, route } = value.onCall
  return { stage: talk, route: typeof route === 'string' ? route : 'transferring' }
}

function standingOf(
  entries: ChecklistSnapshot['context']['ladder'],
  rungs: readonly Rung[],
  id: string,
): Pick<RungView, 'standing' | 'at'> {
  const at = entries.findLast(({ rung }) => rung === id)?.at ?? null
  const height = (rung: string | null) => rungs.findIndex((other) => other.id === rung)
  const now = height(rungNow(entries))
  return { at, standing: height(id) === now ? 'now' : height(id) < now ? 'said' : 'ahead' }
}

function stepView(playbook: Playbook, current: string | null, line: number, kind: Kind | null, say: (line: string) => string) {
  const index = playbook.steps.findIndex(({ id }) => id === current)
  const step = playbook.steps[index]
  if (step === undefined) return { step: null, lineCount: 0 }
  const lines = linesFor(playbook, step, kind)
  return {
    lineCount: lines.length,
    step: {
      id: step.id,
      title: step.title,
      line: say(lines[line % Math.max(1, lines.length)] ?? ''),
      hint: step.hint,
      position: index + 1,
      of: playbook.steps.length,
    },
  }
}
