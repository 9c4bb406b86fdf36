import type { BriefAnswer, HubTest, SecretName } from '../../shared/contract.ts'
import { failed, type Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Brief, BriefContent, BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord, FollowUp, RecordedBrief } from '../../shared/transfer/brief-record.ts'
import type { BriefFailure, HubFailure, HubLink, Team } from '../../shared/transfer/team.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { systemTimers, type Timers } from '../timers.ts'
import { openBriefBook } from './brief-book.ts'
import { BriefDesk } from './brief-desk.ts'
import type { HubAddress } from './hub-line.ts'
import { hubAddress, typedHubAddress } from './hub-place.ts'
import { tryHub } from './hub-trial.ts'
import { Inbox } from './inbox.ts'
import { installId } from './install-id.ts'
import { Outbox } from './outbox.ts'
import { OwnPresence } from './own-presence.ts'
import { PresenceBoard } from './presence-board.ts'
import { TeamLine } from './team-line.ts'
import { postToChat } from './webhook.ts'

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
  readonly secrets: { read(secret: SecretName): string | null }
  readonly timers?: Timers
  /** How long the hub believes in a line that says nothing; it publishes the will after one and a half times that. */
  readonly keepaliveSeconds?: number
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
  recorded(recorded: RecordedBrief): void
  /** No word of them is in its files any more; rejects when those could not be written. */
  forget(ids: readonly BriefId[]): Promise<void>
  post(content: BriefContent): Promise<Result<null, BriefFailure>>
  test(test: HubTest): Promise<Result<null, HubFailure>>
  stop(): Promise<void>
}

export async function openTeamOffice(parts: TeamOfficeParts): Promise<TeamOffice> {
  const { listener, dataDir, clock, log, secrets, timers = systemTimers, keepaliveSeconds = 5 } = parts
  const book = await openBriefBook(dataDir, clock, log)
  const board = new PresenceBoard(clock)
  const own = new OwnPresence(clock)
  let settings: Settings | null = null
  let link: HubLink = { state: 'off' }

  const publish = (topic: string, text: string): Promise<boolean> => line.publish(topic, text)
  const changed = (record: BriefRecord) => listener.briefChanged(record)
  const desk = new BriefDesk({ book, clock, log, changed, say: (id) => outbox.say(id) })
  const outbox = new Outbox({
    ...{ book, timers, publish },
    isThere: (person) => board.isThere(person),
    taken: (entry, errand) => desk.taken(entry, errand),
  })
  const inbox = new Inbox({
    ...{ book, outbox, clock, log, publish, changed },
    arrived(record) {
      listener.briefChanged(record)
      listener.briefReceived(record)
    },
  })
  const line: TeamLine = new TeamLine({
    ...{ board, own, outbox, inbox, clock, timers, log, keepaliveSeconds },
    installId: await installId(dataDir, log),
    linkChanged(next) {
      link = next
      listener.teamChanged(team())
    },
    peopleChanged: () => listener.teamChanged(team()),
  })

  function team(): Team {
    return { link, people: board.people().filter(({ person }) => person.id !== settings?.team.user), self: own.self }
  }

  function ownHub(): HubAddress | null {
    const address = settings?.team.enabled ? hubAddress(settings.team, secrets.read('hubPassword')) : null
    return address?.ok ? address.value : null
  }

  for (const record of desk.unnoticed()) listener.briefReceived(record)

  return {
    team,
    briefs: () => [...desk.open(), ...inbox.arriving()],
    async apply(next) {
      settings = next
      await line.apply(next, secrets.read('hubPassword'))
    },
    onCall(isOnCall) {
      if (own.setOnCall(isOnCall)) line.tellPresence()
    },
    setSelf(self) {
      if (own.setSelf(self)) line.tellPresence()
      listener.teamChanged(team())
    },
    async send(brief) {
      const hub = ownHub()
      return hub && hub.user !== brief.to.id ? desk.send(brief, hub.user) : failed({ kind: 'brief.noHub' })
    },
    withdraw: (id) => desk.wish(id, 'sent', { stage: 'withdrawn' }),
    followUp: (id, followUp) => desk.wish(id, 'sent', { followUp }),
    read: (id) => desk.wish(id, 'received', { stage: 'read' }),
    answer: (answer) => desk.answer(answer),
    recorded: (recorded) => void desk.recorded(recorded),
    forget: (ids) => desk.forget(ids),
    async post(content) {
      const address = secrets.read('webhookUrl')
      if (!settings?.webhook.enabled || address === null) return failed({ kind: 'brief.noWebhook' })
      const posted = await postToChat(address, settings.webhook.kind, content)
      if (!posted.ok) log.warn('The chat did not take a brief', { ...posted.failure })
      return posted
    },
    async test({ password, ...typed }) {
      if (!settings) return failed({ kind: 'hub.notConfigured', missing: 'url' })
      const address = typedHubAddress(typed, password || secrets.read('hubPassword'), settings.team)
      return address.ok ? tryHub(address.value) : address
    },
    async stop() {
      await line.stop()
      await book.close()
    },
  }
}
