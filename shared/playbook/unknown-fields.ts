import type { PathProblem, ProblemPath } from './playbook-problem.ts'

/** What was written but not understood: the keys that reading left behind. */
export function unknownFields(written: unknown, understood: unknown, path: ProblemPath = []): readonly PathProblem[] {
  if (!isBranch(written) || !isBranch(understood)) return []
  return Object.entries(written).flatMap(([key, value]): readonly PathProblem[] => {
    const here = [...path, Array.isArray(written) ? Number(key) : key]
    if (!Object.hasOwn(understood, key)) return [{ path: here, code: 'field.unknown', facts: { field: key } }]
    return isBranch(value) ? unknownFields(value, understood[key], here) : []
  })
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
