import type { CallbackKind } from './callback-kind.ts'

/** Id of the built-in playbook a promised call is handled with. */
export const playbookForKind: Readonly<Record<CallbackKind, string>> = {
  callback: 'promised-call',
  satisfaction: 'follow-up',
  thanks: 'follow-up',
}
