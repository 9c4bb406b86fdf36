import type { PlaybookProblem } from '../../shared/playbook/playbook-problem.ts'

/** What the last thing done in the library came to. */
export type PlaybookNews =
  | { readonly kind: 'imported' | 'duplicated'; readonly name: string }
  | { readonly kind: 'removed'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'notImported'
      readonly fileName: string
      readonly text: string
      /** In words, where no error of the text says it. */
      readonly reason: string
      readonly errors: readonly PlaybookProblem[]
      /** The file whose playbook has the same id. */
      readonly inTheWay: string | null
    }
