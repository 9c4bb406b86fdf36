import type { PathProblem } from './playbook-problem.ts'

/** What was written but not understood: the keys that reading left behind. */
export function unknownFields(written: unknown, understood: unknown): readonly PathProblem[] {
  const problems: PathProblem[] = []
  collect(written, understood, [], problems)
  return problems
}

/** One path for all visits, changed in place, as most fields are known. */
function collect(written: unknown, understood: unknown, path: (string | number)[], problems: PathProblem[]): void {
  if (!isBranch(written) || !isBranch(understood)) return
  const isList = Array.isArray(written)
  for (const key in written) {
    const value = written[key]
    const isKnown = Object.hasOwn(understood, key)
    if (isKnown && !isBranch(value)) continue
    path.push(isList ? Number(key) : key)
    if (isKnown) collect(value, understood[key], path, problems)
    else problems.push({ path: [...path], code: 'field.unknown', facts: { field: key } })
    path.pop()
  }
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
