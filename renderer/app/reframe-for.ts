import type { Reframe } from '../../shared/playbook/playbook.ts'

/** One thought for the breath before a call: the same for as long as `call` is the same. */
export function reframeFor(before: readonly Reframe[], call: string): Reframe | null {
  const turn = [...call].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
  return before[turn % Math.max(1, before.length)] ?? null
}
