import type { Settings } from '../../shared/settings/settings.ts'
import type { Colleague, PersonId } from '../../shared/transfer/colleague.ts'
import type { HubFailure, HubLink } from '../../shared/transfer/team.ts'
import { presenceMessage, readMessage } from '../../shared/transfer/team-messages.ts'
import { everyPresence, ownInbox, parseTopic, presenceTopic } from '../../shared/transfer/team-topics.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Timers } from '../timers.ts'
import { type HubAddress, HubLine } from './hub-line.ts'
import { hubAddress } from './hub-place.ts'
import type { Inbox } from './inbox.ts'
import type { Outbox } from './outbox.ts'
import { type OwnPresence, ownColleague, takesBriefs, willText } from './own-presence.ts'
import type { PresenceBoard } from './presence-board.ts'

/** Milliseconds between two heartbeats. */
const heartbeat = 20_000

export interface TeamLineParts {
  readonly board: PresenceBoard
  readonly own: OwnPresence
  readonly outbox: Outbox
  readonly inbox: Inbox
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly keepaliveSeconds: number
  readonly installId: string
  linkChanged(link: HubLink): void
  peopleChanged(): void
}

/** One person at one hub: the line, with presence and briefs on it, as the settings say. */
export class TeamLine {
  readonly #parts: TeamLineParts
  #line: HubLine | null = null
  #me: Colleague | null = null
  #applied = ''
  #downSince: number | null = null
  #lastApply: Promise<void> = Promise.resolve()
  #cancelHeartbeat: () => void = () => undefined

  constructor(parts: TeamLineParts) {
    this.#parts = parts
  }

  publish(topic: string, text: string): Promise<boolean> {
    return this.#line?.publish(topic, text) ?? Promise.resolve(false)
  }

  /** Resolves when the line is the one the settings want, not when it is up; changes asked for meanwhile come after. */
  apply(settings: Settings, password: string | null): Promise<void> {
    this.#lastApply = this.#lastApply.then(() => this.#switch(settings, password))
    return this.#lastApply
  }

  async stop(): Promise<void> {
    await this.#lastApply
    await this.#hangUp(null)
  }

  /** Says how this person is, to a team that may ask them for help. */
  tellPresence(): void {
    const { own } = this.#parts
    const me = this.#me
    if (me && takesBriefs(me)) void this.#line?.publish(presenceTopic(me.id), own.text(me), { retain: true })
  }

  async #switch(settings: Settings, password: string | null): Promise<void> {
    const me = ownColleague(settings)
    const wanted = JSON.stringify([settings.team, me, password])
    if (wanted === this.#applied) return
    this.#applied = wanted
    this.#downSince = null
    await this.#hangUp(me)
    if (!settings.team.enabled) return this.#parts.linkChanged({ state: 'off' })
    const address = hubAddress(settings.team, password)
    if (!address.ok) return this.#down(address.failure)
    this.#me = me
    this.#parts.linkChanged({ state: 'connecting' })
    this.#line = this.#lineTo(address.value)
    this.#line.start()
  }

  #lineTo(address: HubAddress): HubLine {
    const { keepaliveSeconds, installId, clock, timers, log, outbox, linkChanged } = this.#parts
    const me = this.#me
    return new HubLine({
      ...{ address, keepaliveSeconds, clock, timers, log },
      clientId: `steadyline-${address.user}-${installId}`,
      will: me && takesBriefs(me) ? { topic: presenceTopic(me.id), text: willText(me) } : null,
      subscriptions: { [everyPresence]: { qos: 0 }, [ownInbox(address.user)]: { qos: 1 } },
      listener: {
        up: (remembered) => {
          log.info('The line to the hub is up', { remembered })
          this.#parts.board.listen()
          this.#downSince = null
          linkChanged({ state: 'up', since: clock.now().wall })
          outbox.up(address.user, remembered)
          this.#beat()
        },
        down: (failure) => {
          this.#cancelHeartbeat()
          outbox.down()
          this.#down(failure)
        },
        received: (topic, payload, isRetained) => this.#received(topic, payload, isRetained),
      },
    })
  }

  /** Leaves the hub; somebody who takes no briefs under the new settings leaves no presence there either. */
  async #hangUp(next: Colleague | null): Promise<void> {
    const { board, outbox } = this.#parts
    const me = this.#me
    const line = this.#line
    this.#cancelHeartbeat()
    outbox.down()
    this.#me = null
    this.#line = null
    board.clear()
    if (!me || !line) return
    const staysKnown = next === null || takesBriefs(next)
    const text = staysKnown ? willText(me) : ''
    await line.stop(takesBriefs(me) ? { topic: presenceTopic(me.id), text } : null)
  }

  /** Tries that fail in between are one silence. */
  #down(failure: HubFailure): void {
    this.#downSince ??= this.#parts.clock.now().wall
    this.#parts.linkChanged({ state: 'down', since: this.#downSince, failure })
  }

  #beat(): void {
    this.#parts.board.missTheSilent()
    this.tellPresence()
    this.#parts.peopleChanged()
    this.#cancelHeartbeat()
    this.#cancelHeartbeat = this.#parts.timers.after(heartbeat, () => this.#beat())
  }

  async #received(topic: string, payload: Buffer, isRetained: boolean): Promise<void> {
    const parsed = parseTopic(topic)
    const me = this.#me
    if (parsed === null || me === null) return this.#parts.log.warn('A message on a foreign topic is ignored')
    if (parsed.kind === 'presence') return this.#presence(parsed.person, payload, isRetained)
    if (parsed.to !== me.id || isRetained) return this.#parts.log.warn('A message for somebody else is ignored')
    return this.#parts.inbox.take({ kind: parsed.kind, to: parsed.to, from: parsed.from }, payload)
  }

  #presence(person: PersonId, payload: Buffer, isRetained: boolean): void {
    const { board, outbox, log, peopleChanged } = this.#parts
    const read = payload.length === 0 ? null : readMessage(presenceMessage, payload.toString('utf8'))
    if (read && !(read.ok && read.value.person.id === person && takesBriefs(read.value.person))) {
      log.warn('A presence is ignored', { why: read.ok ? 'presence.notTheirs' : read.failure.kind })
      return
    }
    const wasThere = board.isThere(person)
    if (read) board.heard(read.value, isRetained)
    else board.left(person)
    if (person === this.#me?.id) this.#heardOwn(isRetained, !board.isThere(person))
    else if (!wasThere && board.isThere(person)) outbox.isBack(person)
    peopleChanged()
  }

  /** Another machine of this person left, and this one has not; or the hub remembers a role they no longer have. */
  #heardOwn(isRetained: boolean, isGone: boolean): void {
    const me = this.#me
    if (me === null) return
    if (!takesBriefs(me) && isRetained) void this.#line?.publish(presenceTopic(me.id), '', { retain: true })
    else if (isGone && !isRetained) this.tellPresence()
  }
}
