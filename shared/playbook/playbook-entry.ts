import type { Playbook } from './playbook.ts'
import type { PlaybookProblem } from './playbook-problem.ts'

/** One playbook of the folder, or one that is always there. */
export interface PlaybookEntry {
  /** Its name in the folder, and what requests name it by; `built-in/<id>.yaml` for one that is always there. */
  readonly file: string
  readonly builtIn: boolean
  /** The last version that could be read; null when there never was one. */
  readonly playbook: Playbook | null
  /** Of the version shown. */
  readonly warnings: readonly PlaybookProblem[]
  /** Of the file as it is now; while there are any, `playbook` is older than the file. */
  readonly errors: readonly PlaybookProblem[]
}

export type PlaybookFailure =
  | { readonly kind: 'playbook.notUnderstood'; readonly errors: readonly PlaybookProblem[] }
  /** `file` has the playbook of that id: the text can be saved there, or added as a copy. */
  | { readonly kind: 'playbook.idTaken'; readonly id: string; readonly file: string }
  | { readonly kind: 'playbook.notThere' }
  | { readonly kind: 'playbook.isBuiltIn' }
  | { readonly kind: 'playbook.tooMany'; readonly most: number }
  /** `cause`: the system's code. */
  | { readonly kind: 'playbook.notSaved'; readonly cause: string }
