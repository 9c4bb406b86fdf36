import { noteLine } from './note-template.ts'
import { lineProblem } from './placeholders.ts'
import type { PlaybookContent } from './playbook.ts'
import { playbookLimits } from './playbook-limits.ts'
import type { PathProblem, ProblemPath } from './playbook-problem.ts'

const markup = /<[/!?]?[a-z]/i
const suspicious = /[<[\]{}\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069\uFEFF]/u
const hidden = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069\uFEFF]/u

/** What a playbook of the right shape can still get wrong: its words, its ids and what they refer to. */
export function playbookProblems(playbook: PlaybookContent): readonly PathProblem[] {
  return [...textProblems(playbook), ...repeatedIds(playbook), ...lostReferences(playbook)]
}

function textProblems(playbook: PlaybookContent): readonly PathProblem[] {
  const problems: PathProblem[] = []
  let lines = 0
  eachText(playbook, [], (text, path) => {
    if (typeof path.at(-1) === 'number') lines += 1
    const finding = findingIn(path[2] === 'note' ? noteLine(text).words : text)
    if (finding !== null) problems.push({ path: [...path], ...finding })
  })
  const most = playbookLimits.lines
  return lines > most ? [{ path: [], code: 'lines.tooMany', facts: { most, found: lines } }] : problems
}

function findingIn(text: string): Pick<PathProblem, 'code' | 'facts'> | null {
  if (!suspicious.test(text)) return null
  if (markup.test(text)) return { code: 'text.html', facts: {} }
  if (hidden.test(text)) return { code: 'text.control', facts: {} }
  const problem = lineProblem(text)
  if (problem === null) return null
  const { code, ...facts } = problem
  return { code, facts }
}

/** One path for all visits, changed in place: thousands of lines are sound, and none of them needs a path of its own. */
function eachText(value: unknown, path: (string | number)[], visit: (text: string, path: ProblemPath) => void): void {
  if (typeof value === 'string') visit(value, path)
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [key, part] of Object.entries(value)) {
    path.push(isList ? Number(key) : key)
    eachText(part, path, visit)
    path.pop()
  }
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
    const borrowed = step.moment === null ? [] : (playbook.moments[step.moment]?.lines ?? [])
    return step.lines.length + borrowed.length === 0 ? [{ path: ['steps', index], code: 'step.noLines', facts: {} }] : []
  })
  const ofKinds = playbook.kinds.flatMap((kind, index) =>
    Object.keys(kind.lines)
      .filter((moment) => !isKnown(moment))
      .map((moment) => lost(['kinds', index, 'lines', moment], moment)),
  )
  return [...ofSteps, ...ofKinds]
}
