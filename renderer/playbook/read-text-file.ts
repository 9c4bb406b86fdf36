import { playbookLimits } from '../../shared/playbook/playbook-limits.ts'
import type { PlaybookProblem, ProblemCode, ProblemFacts } from '../../shared/playbook/playbook-problem.ts'
import { failed, type Result, success } from '../../shared/result.ts'

/** The text of a file somebody picked; one that is too large is not read at all. */
export async function readTextFile(file: File): Promise<Result<string, PlaybookProblem>> {
  if (file.size > playbookLimits.bytes) return failed(problem('text.tooBig', { most: playbookLimits.bytes }))
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return failed(problem('file.notRead', { cause: file.name }))
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const [first, second] = new Uint8Array(bytes)
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
    return failed(problem(isUtf16 ? 'text.utf16' : 'text.notUtf8'))
  }
}

function problem(code: ProblemCode, facts: ProblemFacts = {}): PlaybookProblem {
  return { line: 1, column: 1, path: [], code, facts }
}
