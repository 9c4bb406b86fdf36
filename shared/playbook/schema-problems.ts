import type * as z from 'zod'
import type { PathProblem, ProblemCode, ProblemFacts, ProblemPath } from './playbook-problem.ts'

type Issue = z.core.$ZodIssue
type Finding = { readonly code: ProblemCode; readonly facts: ProblemFacts }

/** The schema's issues in the playbook's own codes. */
export function schemaProblems(error: z.ZodError, value: unknown): readonly PathProblem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    return { path, ...findingOf(issue, path, value) }
  })
}

function findingOf(issue: Issue, path: ProblemPath, value: unknown): Finding {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value': {
      const found = valueAt(value, path)
      if (found === undefined) return { code: 'value.missing', facts: { field: String(path.at(-1) ?? '') } }
      if (issue.code === 'invalid_value') return { code: 'value.notOneOf', facts: { allowed: issue.values.join(', ') } }
      return { code: 'value.type', facts: { expected: nameOf(issue.expected), found: typeOf(found) } }
    }
    case 'too_big':
      return { code: tooBig[issue.origin] ?? 'value.tooLarge', facts: { most: Number(issue.maximum) } }
    case 'too_small':
      return { code: tooSmall[issue.origin] ?? 'value.tooSmall', facts: { least: Number(issue.minimum) } }
    case 'invalid_format':
      return { code: badFormat[String(path.at(-1))] ?? 'value.notAnId', facts: {} }
    case 'invalid_key':
      return { code: 'value.notAnId', facts: {} }
    default:
      return { code: 'value.type', facts: { expected: 'another value', found: typeOf(valueAt(value, path)) } }
  }
}

const tooBig: Readonly<Record<string, ProblemCode>> = { string: 'value.tooLong', array: 'value.tooMany' }
const tooSmall: Readonly<Record<string, ProblemCode>> = { string: 'value.empty', array: 'value.tooFew' }
const badFormat: Readonly<Record<string, ProblemCode>> = { language: 'value.notALanguage', currency: 'value.notACurrency' }
const plainNames: Readonly<Record<string, string>> = { string: 'text', array: 'list', object: 'map', record: 'map' }

function nameOf(type: string): string {
  return plainNames[type] ?? type
}

function typeOf(value: unknown): string {
  return nameOf(Array.isArray(value) ? 'array' : typeof value)
}

function valueAt(value: unknown, path: ProblemPath): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null && Object.hasOwn(part, key) ? Reflect.get(part, key) : undefined),
    value,
  )
}
