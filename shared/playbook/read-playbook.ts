import { failed, type Result, success } from '../result.ts'
import { playbookProblems } from './check-playbook.ts'
import type { PlaybookContent } from './playbook.ts'
import { playbookLimits } from './playbook-limits.ts'
import type { PathProblem, PlaybookProblem, ProblemCode, ProblemFacts } from './playbook-problem.ts'
import { playbookSchema } from './playbook-schema.ts'
import { schemaProblems } from './schema-problems.ts'
import { unknownFields } from './unknown-fields.ts'
import { readYaml, type YamlTree } from './yaml-tree.ts'

export interface ReadPlaybook {
  readonly playbook: PlaybookContent
  /** Nothing here keeps the playbook from being used. */
  readonly warnings: readonly PlaybookProblem[]
}

/** How many problems are named at once: an author mends the first few and looks again. */
const mostProblems = 100

/** Reads what an author wrote. Every problem says where it stands; a field that nobody knows is only a warning. */
export function readPlaybook(source: string): Result<ReadPlaybook, readonly PlaybookProblem[]> {
  const unfit = unfitness(source)
  if (unfit !== null) return failed([{ line: 1, column: 1, path: [], ...unfit }])
  const text = source.replace(/^\uFEFF/, '')
  const tree = readYaml(text)
  if (!tree.ok) {
    const { offset, code, facts } = tree.failure
    return failed([{ ...placeOf(text, offset), path: [], code, facts }])
  }
  const placed = (problems: readonly PathProblem[]) => inPlace(text, tree.value, problems)
  const parsed = playbookSchema.safeParse(tree.value.value)
  if (!parsed.success) return failed(placed(schemaProblems(parsed.error, tree.value.value)))
  const errors = playbookProblems(parsed.data)
  if (errors.length > 0) return failed(placed(errors))
  return success({ playbook: parsed.data, warnings: placed(unknownFields(tree.value.value, parsed.data)) })
}

function unfitness(text: string): { readonly code: ProblemCode; readonly facts: ProblemFacts } | null {
  const most = playbookLimits.bytes
  if (text.length > most) return { code: 'text.tooBig', facts: { most } }
  if (text.includes('\0')) return { code: /^.?(?:\0[^\0]|[^\0]\0)/s.test(text) ? 'text.utf16' : 'text.nul', facts: {} }
  return text.trim() === '' ? { code: 'text.empty', facts: {} } : null
}

function inPlace(text: string, tree: YamlTree, problems: readonly PathProblem[]): readonly PlaybookProblem[] {
  return problems
    .slice(0, mostProblems)
    .map((problem) => ({ ...placeOf(text, tree.offsetOf(problem.path)), ...problem }))
    .sort((one, other) => one.line - other.line || one.column - other.column)
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
