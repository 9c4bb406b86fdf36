import type { Playbook } from '../../shared/playbook/playbook.ts'
import { playbookLimits } from '../../shared/playbook/playbook-limits.ts'
import type { PlaybookProblem, ProblemCode, ProblemFacts } from '../../shared/playbook/playbook-problem.ts'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { withVersion } from './playbook-version.ts'
import { readSteadily } from './read-steadily.ts'
import { textOfBytes } from './text-of-bytes.ts'

/** A playbook with the text it was read from. */
export interface GoodText {
  readonly text: string
  readonly playbook: Playbook
  readonly warnings: readonly PlaybookProblem[]
}

type Problems = readonly PlaybookProblem[]

/** The author's own text, whether or not it makes a playbook. */
export async function textOfFile(path: string): Promise<Result<string, Problems>> {
  try {
    const bytes = await readSteadily(path, playbookLimits.bytes)
    if (!bytes.ok) return failed(ofWholeFile(bytes.failure.code, bytes.failure.facts))
    const text = textOfBytes(bytes.value)
    return text.ok ? text : failed(ofWholeFile(text.failure))
  } catch (error) {
    return failed(ofWholeFile('file.notRead', { cause: causeOf(error) }))
  }
}

export function goodText(text: string): Result<GoodText, Problems> {
  const read = readPlaybook(text)
  if (!read.ok) return read
  return success({ text, playbook: withVersion(read.value.playbook), warnings: read.value.warnings })
}

/** A problem that stands nowhere in particular. */
export function ofWholeFile(code: ProblemCode, facts: ProblemFacts = {}): Problems {
  return [{ line: 1, column: 1, path: [], code, facts }]
}

/** The system's code, such as ENOSPC. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
