import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AedesPublishPacket, Client, PublishPacket } from 'aedes'
import openPersistence, { type LevelPersistence } from 'aedes-persistence-level'
import { Level } from 'level'
import { failed, type Result, success } from '../../shared/result.ts'
import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { HostingFailure } from '../../shared/transfer/team.ts'
import { maySubscribe, ownInbox } from '../../shared/transfer/team-topics.ts'
import { type AbsentSessions, absentSessions } from './absent-sessions.ts'
import { keptStreams } from './kept-streams.ts'
import { causeOf, diskFailure } from './trouble.ts'

/** Presence, and what waits for people who are away: on this disk, under `<dataDir>/hub/messages`. */
export interface KeptMessages {
  /** What the broker works with. */
  readonly persistence: LevelPersistence
  /**
   * Keeps what this person says for everybody who should hear it; what one person says is kept in the order it was said.
   *
   * Who comes back hears it in that order. To somebody who is there the broker passes on what came close together as the disk
   * answers, and what reads it bears any order.
   *
   * The broker itself would acknowledge first and write afterwards, and lose what it acknowledged when it is killed between.
   * It also takes a message for a repeated one when a later one has overtaken it on the way to the disk, so each person's are
   * numbered apart, once they are kept. What comes with QoS 2 it writes first by itself.
   */
  keep(person: PersonId, packet: PublishPacket): Promise<void>
  readonly absent: AbsentSessions
  /** Forgets what waits for somebody who has left. */
  forget(person: PersonId): Promise<void>
  /** Resolves when all that was to be kept is, or could not be. */
  settled(): Promise<void>
}

export async function openKeptMessages(
  dataDir: string,
  hubId: string,
  userOf: (clientId: string) => PersonId | null,
): Promise<Result<KeptMessages, HostingFailure>> {
  const store = await openStore(join(dataDir, 'hub', 'messages'))
  if (!store.ok) return store
  const level = store.value
  const persistence = openPersistence(level)
  const lines = new Map<PersonId, Promise<void>>()
  let count = 0

  async function write(person: PersonId, packet: PublishPacket): Promise<void> {
    const { topic, payload, qos, retain } = packet
    if (qos === 2) return
    count += 1
    const stamp = { brokerId: `${hubId}/${person}/${qos}`, brokerCounter: count }
    const message = { topic, payload, qos, retain, ...stamp }
    if (retain) await persistence.storeRetained(message)
    if (qos === 1) await persistence.outgoingEnqueueCombi(await persistence.subscriptionsByTopic(topic), message)
    Object.assign(packet, stamp)
  }

  async function forgetSession(id: string): Promise<void> {
    await persistence.cleanSubscriptions({ id })
    const session = encodeURIComponent(id)
    for (const kind of ['outgoing', 'outgoing-id']) {
      await level.clear({ gte: `${kind}:${session}:`, lt: `${kind}:${session};` })
    }
  }

  return success({
    absent: absentSessions(level, forgetSession),
    persistence: brokersView(persistence, ({ brokerId }) => brokerId.startsWith(`${hubId}/`), userOf),
    keep(person, packet) {
      const kept = (lines.get(person) ?? Promise.resolve()).then(() => write(person, packet))
      lines.set(
        person,
        kept.catch(() => undefined),
      )
      return kept
    },
    async forget(person) {
      for await (const id of persistence.getClientList(ownInbox(person))) await forgetSession(id)
    },
    async settled() {
      await Promise.all(lines.values())
    },
  })
}

async function openStore(folder: string): Promise<Result<Level<string, Buffer>, HostingFailure>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const store = new Level<string, Buffer>(folder, { valueEncoding: 'buffer' })
    await store.open()
    return success(store)
  } catch (error) {
    if (causeOf(error) === 'LEVEL_LOCKED') return failed({ kind: 'hosting.failed', cause: `another hub uses ${folder}` })
    return failed(diskFailure(error))
  }
}

/**
 * The store without the three habits of the broker that would cost a message or show it to the wrong person, and without its
 * fourth, to go on reading while the store is closed.
 */
function brokersView(
  persistence: LevelPersistence,
  isKept: (packet: { readonly brokerId: string }) => boolean,
  userOf: (clientId: string) => PersonId | null,
): LevelPersistence {
  const streams = keptStreams()
  const view: Partial<LevelPersistence> = {
    storeRetained: async (packet) => {
      if (!isKept(packet)) await persistence.storeRetained(packet)
    },
    outgoingEnqueueCombi: async (subscribers, packet) => {
      if (!isKept(packet)) await persistence.outgoingEnqueueCombi(subscribers, packet)
    },
    /** One refused pattern beside a granted one would be remembered with it. */
    addSubscriptions: (client, subscriptions) => {
      const user = userOf(client.id)
      const granted = subscriptions.filter(({ topic }) => user !== null && maySubscribe(user, topic))
      return persistence.addSubscriptions(client, granted)
    },
    /** Somebody who came back in this moment may have had the message, and said so, from their queue. */
    outgoingUpdate: (client: Pick<Client, 'id'>, packet: AedesPublishPacket) =>
      persistence.outgoingUpdate(client, packet).catch((error: unknown) => {
        if (!(error instanceof Error && error.message === 'no such packet')) throw error
      }),
    createRetainedStreamCombi: (patterns) => streams.reading(() => persistence.createRetainedStreamCombi(patterns)),
    outgoingStream: (client) => streams.reading(() => persistence.outgoingStream(client)),
    streamWill: (brokers) => streams.reading(() => persistence.streamWill(brokers)),
    async destroy() {
      await streams.end()
      await persistence.destroy()
    },
  }
  return Object.assign(Object.create(persistence), view)
}
