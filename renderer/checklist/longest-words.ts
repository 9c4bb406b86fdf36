import { fillLine, type LineFacts } from '../../shared/playbook/placeholders.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'

/** The texts that take the most room where they stand, so that their place can be kept from the start. */
export interface LongestWords {
  readonly lines: readonly string[]
  readonly hints: readonly string[]
  readonly stances: readonly Stance[]
}

/** What drives a person, and the answer to it. */
export interface Stance {
  readonly because: string
  readonly advice: string
}

/** Letters are a guess at lines on the screen, so the few longest are measured, not the one. */
const measured = 3

export function longestWords(playbook: Playbook, facts: LineFacts): LongestWords {
  const { steps, kinds, before } = playbook
  const lines = linesAtAnyStep(playbook)
  return {
    lines: longest(lines).map((line) => fillLine(line, facts, playbook.fallbacks)),
    hints: longest(steps.map(({ hint }) => hint)),
    stances: [
      ...kinds.map(({ fear, stance }) => ({ because: fear, advice: stance })),
      ...before.map(({ title, line }) => ({ because: `${title}.`, advice: line })),
    ]
      .sort((one, other) => letters(other) - letters(one))
      .slice(0, 2 * measured),
  }
}

/** Each moment once, however many steps share it. */
function linesAtAnyStep({ steps, moments, kinds }: Playbook): readonly string[] {
  const shared = [...new Set(steps.flatMap(({ moment }) => moment ?? []))]
  return [
    ...steps.flatMap(({ lines }) => lines),
    ...shared.flatMap((moment) => [...(moments[moment]?.lines ?? []), ...kinds.flatMap(({ lines }) => lines[moment] ?? [])]),
  ]
}

function longest(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((one, other) => other.length - one.length).slice(0, measured)
}

function letters({ because, advice }: Stance): number {
  return because.length + advice.length
}
