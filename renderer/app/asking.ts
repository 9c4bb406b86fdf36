import type { AlarmFailure, CompanionBridge, RequestChannel, Requests } from '../../shared/contract.ts'
import type { DialerFailure } from '../../shared/dialers/dialer-health.ts'
import type { PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import type { SettingsFailure } from '../../shared/settings/settings.ts'
import type { BriefFailure, HostingFailure, HubFailure } from '../../shared/transfer/team.ts'

/** The companion refused the request or the line to it is down. */
export type CompanionSilent = { readonly kind: 'companion.silent' }

export type AskFailure =
  | DialerFailure
  | SettingsFailure
  | PlaybookFailure
  | HubFailure
  | BriefFailure
  | HostingFailure
  | AlarmFailure
  | CompanionSilent

/** A text with problems is no trouble: the editor checks it itself. Of the journal the store speaks. */
type Askable = Exclude<RequestChannel, 'playbook.check' | 'journal.append' | 'journal.read' | 'journal.purge' | 'records.forget'>

/** Asks the companion for a screen, and keeps what went wrong where every screen shows it. */
export interface Asking {
  readonly trouble: Readable<AskFailure | null>
  /** Null when there was no answer; `trouble` then says so. */
  ask<Channel extends Askable>(
    channel: Channel,
    payload: Requests[Channel]['payload'],
  ): Promise<Requests[Channel]['answer'] | null>
  forget(): void
}

export function createAsking(companion: CompanionBridge): Asking {
  const trouble = writable<AskFailure | null>(null)
  return {
    trouble,
    async ask(channel, payload) {
      try {
        const answer = await companion.request(channel, payload)
        trouble.set(failureIn(answer))
        return answer
      } catch {
        trouble.set({ kind: 'companion.silent' })
        return null
      }
    },
    forget: () => trouble.set(null),
  }
}

function failureIn(answer: Requests[Askable]['answer']): AskFailure | null {
  return answer !== null && typeof answer === 'object' && 'ok' in answer && !answer.ok ? answer.failure : null
}
