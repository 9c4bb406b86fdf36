import type { BriefAnswer, HubTest } from '../../shared/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Brief, BriefContent, BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord, FollowUp } from '../../shared/transfer/brief-record.ts'
import { type BriefFailure, type HubFailure, noTeam, type Team } from '../../shared/transfer/team.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { SecretStore } from '../secrets/secret-store.ts'

export interface TeamListener {
  teamChanged(team: Team): void
  briefChanged(record: BriefRecord): void
  /** A brief is on this disk and nobody has read it yet: make yourself noticed. */
  briefReceived(record: BriefRecord): void
}

export interface TeamOfficeParts {
  readonly listener: TeamListener
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly secrets: SecretStore
}

/** This person's desk at the team: the line to the hub, presence, briefs sent and received. */
export interface TeamOffice {
  team(): Team
  /** In flight, unanswered, or not yet recorded by a window. */
  briefs(): readonly BriefRecord[]
  apply(settings: Settings): Promise<void>
  /** Whether this person is on the phone; told by the call tracker. */
  onCall(isOnCall: boolean): void
  setSelf(self: Team['self']): void
  send(brief: Brief): Promise<Result<BriefRecord, BriefFailure>>
  withdraw(id: BriefId): Promise<Result<BriefRecord, BriefFailure>>
  followUp(id: BriefId, followUp: FollowUp): Promise<Result<BriefRecord, BriefFailure>>
  read(id: BriefId): Promise<Result<BriefRecord, BriefFailure>>
  answer(answer: BriefAnswer): Promise<Result<BriefRecord, BriefFailure>>
  recorded(id: BriefId): void
  post(content: BriefContent): Promise<Result<null, BriefFailure>>
  test(test: HubTest): Promise<Result<null, HubFailure>>
  stop(): Promise<void>
}

export async function openTeamOffice(_parts: TeamOfficeParts): Promise<TeamOffice> {
  const noHub = async () => ({ ok: false, failure: { kind: 'brief.noHub' } }) as const
  return {
    team: () => noTeam,
    briefs: () => [],
    apply: async () => undefined,
    onCall: () => undefined,
    setSelf: () => undefined,
    send: noHub,
    withdraw: noHub,
    followUp: noHub,
    read: noHub,
    answer: noHub,
    recorded: () => undefined,
    post: noHub,
    test: async () => ({ ok: false, failure: { kind: 'hub.notConfigured', missing: 'url' } }),
    stop: async () => undefined,
  }
}
