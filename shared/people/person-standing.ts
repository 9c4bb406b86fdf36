import { type CallId, wasAnswered } from '../call/call.ts'
import type { Handling } from '../notes/note.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { countsIn, isHard, type JudgedCall, type Standing, standingOf } from './one-time-or-pattern.ts'

/** Days of the longer look back. */
export const longDays = 90

/** What is known of somebody from their calls, each part with where it comes from. */
export interface PersonStanding {
  /** In the last 30 days. */
  readonly recent: Standing
  /** In the last 90 days. */
  readonly long: Pick<Standing, 'calls' | 'hardCalls'>
  /** The highest rung of the last 90 days, and when it was last reached. */
  readonly highestRung: { readonly name: string; readonly at: number } | null
  /** The last call that went well: answered, wrapped up, and not hard. */
  readonly workedLast: WorkedLast | null
  /** Most often named in the last 90 days, and in how many of the calls with a kind. */
  readonly usualKind: { readonly name: string; readonly calls: number; readonly of: number } | null
}

export interface WorkedLast {
  readonly callId: CallId
  readonly at: number
  readonly granted: readonly string[]
  readonly agreed: string
  /** Titles of the steps that were done. */
  readonly steps: readonly string[]
}

type PlaybookOf = (version: string) => Playbook | undefined

/** `calls` are the person's, the newest first. */
export function personStanding(calls: readonly JudgedCall[], playbookOf: PlaybookOf, now: number): PersonStanding {
  const since = now - longDays * 24 * 60 * 60 * 1000
  const long = calls.filter(({ call }) => call.startedAt >= since)
  return {
    recent: standingOf(calls, now),
    long: countsIn(calls, longDays, now),
    highestRung: highestRung(long, playbookOf),
    workedLast: workedLast(calls, playbookOf),
    usualKind: usualKind(long, playbookOf),
  }
}

function highestRung(calls: readonly JudgedCall[], playbookOf: PlaybookOf): PersonStanding['highestRung'] {
  const reached = calls.flatMap(({ note }) => {
    const handling = note?.handling
    const rungs = handling ? (playbookOf(handling.playbook.version)?.ladder ?? []) : []
    return (handling?.ladder ?? []).flatMap(({ rung, at }) => {
      if (rung === null) return []
      const height = rungs.findIndex(({ id }) => id === rung)
      return [{ height, at, name: rungs[height]?.name ?? rung }]
    })
  })
  const [highest] = reached.toSorted((one, other) => other.height - one.height || other.at - one.at)
  return highest ? { name: highest.name, at: highest.at } : null
}

function workedLast(calls: readonly JudgedCall[], playbookOf: PlaybookOf): WorkedLast | null {
  for (const { call, note } of calls) {
    if (note?.state !== 'saved' || !note.handling || !wasAnswered(call) || isHard(note)) continue
    return { callId: call.id, at: call.startedAt, ...whatWasDone(note.handling, playbookOf(note.handling.playbook.version)) }
  }
  return null
}

function whatWasDone(
  { outcome, steps }: Handling,
  playbook: Playbook | undefined,
): Pick<WorkedLast, 'granted' | 'agreed' | 'steps'> {
  return {
    granted: outcome.granted.map(({ option }) => playbook?.options.find(({ id }) => id === option)?.name ?? option),
    agreed: outcome.agreed,
    steps: (playbook?.steps ?? []).filter(({ id }) => steps[id]?.mark === 'done').map(({ title }) => title),
  }
}

function usualKind(calls: readonly JudgedCall[], playbookOf: PlaybookOf): PersonStanding['usualKind'] {
  const named = calls.flatMap(({ note }) => {
    const handling = note?.handling
    if (!handling?.kind) return []
    const { kind, playbook } = handling
    return [playbookOf(playbook.version)?.kinds.find(({ id }) => id === kind)?.name ?? kind]
  })
  const counts = new Map<string, number>()
  for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most ? { name: most[0], calls: most[1], of: named.length } : null
}
