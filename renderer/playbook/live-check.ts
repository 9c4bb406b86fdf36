import type { PlaybookCheck } from '../../shared/contract.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { playbookLimits } from '../../shared/playbook/playbook-limits.ts'
import type { PlaybookProblem } from '../../shared/playbook/playbook-problem.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import { failed } from '../../shared/result.ts'
import { newestOnly } from './newest-only.ts'

export interface LiveCheckState {
  /** The newest text that could be read, as a playbook. */
  readonly playbook: Playbook | null
  readonly errors: readonly PlaybookProblem[]
  readonly warnings: readonly PlaybookProblem[]
  /** The companion did not answer: errors and warnings are of an older text. */
  readonly isSilent: boolean
}

/** What a text would be as a playbook, said again for each newer text. */
export interface LiveCheck {
  readonly state: Readable<LiveCheckState>
  look(text: string): void
}

/** `check` answers with null when nobody could be asked; `lastGood` is what there is to show until the first text can be read. */
export function createLiveCheck(
  check: (text: string) => Promise<PlaybookCheck | null>,
  lastGood: Playbook | null = null,
): LiveCheck {
  const state = writable<LiveCheckState>({ playbook: lastGood, errors: [], warnings: [], isSilent: false })
  const checks = newestOnly(async (text: string) => {
    const answer = text.length > playbookLimits.bytes ? tooBig : await check(text)
    if (answer === null) state.set({ ...state.get(), isSilent: true })
    else if (answer.ok) state.set({ ...answer.value, errors: [], isSilent: false })
    else state.set({ ...state.get(), errors: answer.failure, warnings: [], isSilent: false })
  })
  return { state, look: checks.give }
}

/** Not worth sending: the companion would say the same. */
const tooBig: PlaybookCheck = failed([
  { line: 1, column: 1, path: [], code: 'text.tooBig', facts: { most: playbookLimits.bytes } },
])
