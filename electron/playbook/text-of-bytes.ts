import type { ProblemCode } from '../../shared/playbook/playbook-problem.ts'
import { failed, type Result, success } from '../../shared/result.ts'

/** UTF-8 and nothing else: a guess at another encoding would put wrong words into an agent's mouth. */
export function textOfBytes(bytes: Uint8Array): Result<string, ProblemCode> {
  const [first, second] = bytes
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const striped = bytes.length > 1 && (first === 0) !== (second === 0)
  if (marked || striped) return failed('text.utf16')
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return failed('text.notUtf8')
  }
}
