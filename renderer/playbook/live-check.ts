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
  /** `silent` while the companion does not answer: errors and warnings are of an older text. */
  readonly standing: 'checking' | 'checked' | 'silent'
}

/** What a text would be as a playbook, said again for each newer text. */
export interface LiveCheck {
  readonly state: Readable<LiveCheckState>
  look(text: string): void
}

/** `check` answers with null when nobody could be asked. */
export function createLiveCheck(check: (text: string) => Promise<PlaybookCheck | null>): LiveCheck {
  const state = writable<LiveCheckState>({ playbook: null, errors: [], warnings: [], standing: 'checking' })
  let newest = ''
  const checks = newestOnly(async (text: string) => {
    const answer = text.length > playbookLimits.bytes ? tooBig : await check(text)
    const standing = text === newest ? 'checked' : 'checking'
    if (answer === null) state.set({ ...state.get(), standing: 'silent' })
    else if (answer.ok) state.set({ ...answer.value, errors: [], standing })
    else state.set({ ...state.get(), errors: answer.failure, warnings: [], standing })
  })
  return {
    state,
    look(text) {
      newest = text
      state.set({ ...state.get(), standing: 'checking' })
      checks.give(text)
    },
  }
}

/** Not worth sending: the companion would say the same. */
const tooBig: PlaybookCheck = failed([
  { line: 1, column: 1, path: [], code: 'text.tooBig', facts: { most: playbookLimits.bytes } },
])
