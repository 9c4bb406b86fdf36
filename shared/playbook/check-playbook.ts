import { lineProblem } from './placeholders.ts'
import type { PlaybookContent } from './playbook.ts'
import { linesFor } from './playbook.ts'
import { playbookLimits } from './playbook-limits.ts'
import type { PathProblem, ProblemPath } from './playbook-problem.ts'

const markup = /<[/!?]?[a-z]/i
const suspicious = /[<[\]{}\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069\uFEFF]/u
const hidden = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069\uFEFF]/u

/** What a playbook of the right shape can still get wrong: its words, its ids and what they refer to. */
export function playbookProblems(playbook: PlaybookContent): readonly PathProblem[] {
  return [...textProblems(playbook), ...tooManyLines(playbook), ...repeatedIds(playbook), ...lostReferences(playbook)]
}

function textProblems(playbook: PlaybookContent): readonly PathProblem[] {
  return textsIn(playbook, []).flatMap(({ text, path }): readonly PathProblem[] => {
    if (!suspicious.test(text)) return []
    if (markup.test(text)) return [{ path, code: 'text.html', facts: {} }]
    if (hidden.test(text)) return [{ path, code: 'text.control', facts: {} }]
    const problem = lineProblem(text)
    if (problem === null) return []
    const { code, ...facts } = problem
    return [{ path, code, facts }]
  })
}

function tooManyLines(playbook: PlaybookContent): readonly PathProblem[] {
  const most = playbookLimits.lines
  const found = textsIn(playbook, []).filter(({ path }) => typeof path.at(-1) === 'number').length
  return found > most ? [{ path: [], code: 'lines.tooMany', facts: { most, found } }] : []
}

function textsIn(value: unknown, path: ProblemPath): readonly { readonly text: string; readonly path: ProblemPath }[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, key]))
}

function repeatedIds(playbook: PlaybookContent): readonly PathProblem[] {
  const lists = ['steps', 'kinds', 'triggers', 'options', 'ladder', 'before', 'dispositions'] as const
  return lists.flatMap((list) => {
    const seen = new Set<string>()
    return playbook[list].flatMap(({ id }, index): readonly PathProblem[] => {
      if (seen.has(id)) return [{ path: [list, index, 'id'], code: 'id.duplicate', facts: { id } }]
      seen.add(id)
      return []
    })
  })
}

function lostReferences(playbook: PlaybookContent): readonly PathProblem[] {
  const isKnown = (moment: string) => Object.hasOwn(playbook.moments, moment)
  const lost = (path: ProblemPath, moment: string): PathProblem => ({ path, code: 'moment.unknown', facts: { moment } })
  const ofSteps = playbook.steps.flatMap((step, index): readonly PathProblem[] => {
    if (step.moment !== null && !isKnown(step.moment)) return [lost(['steps', index, 'moment'], step.moment)]
    return linesFor(playbook, step, null).length === 0 ? [{ path: ['steps', index], code: 'step.noLines', facts: {} }] : []
  })
  const ofKinds = playbook.kinds.flatMap((kind, index) =>
    Object.keys(kind.lines)
      .filter((moment) => !isKnown(moment))
      .map((moment) => lost(['kinds', index, 'lines', moment], moment)),
  )
  return [...ofSteps, ...ofKinds]
}
