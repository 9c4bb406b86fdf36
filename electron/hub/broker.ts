import type { Socket } from 'node:net'
import { Aedes, type Client, type PublishPacket } from 'aedes'
import { type PersonId, personId } from '../../shared/transfer/colleague.ts'
import type { HostingFailure } from '../../shared/transfer/team.ts'
import { maySubscribe, presenceTopic } from '../../shared/transfer/team-topics.ts'
import type { Log } from '../log.ts'
import { mayHear, maySay, ownerOf } from './access.ts'
import type { KeptMessages } from './kept-messages.ts'
import type { Members } from './members.ts'
import { packetLimit } from './packet-limit.ts'
import { diskFailure } from './trouble.ts'

export interface BrokerParts {
  /** Another one in each run. */
  readonly hubId: string
  readonly members: Members
  readonly messages: KeptMessages
  readonly log: Log
  readonly troubled: (failure: HostingFailure) => void
}

export interface GuardedBroker {
  start(): Promise<void>
  welcome(socket: Socket): void
  /** Says the last words of everybody connected, and lets go of them. */
  close(): Promise<void>
}

/** Bytes: the longest message of the team in the longest UTF-8 fits. */
const longestPacket = 256 * 1024
/** Milliseconds after which the last words of people who did not come back after a restart are said: four of these. */
const heartbeatInterval = 15_000
const lookForNewDayEvery = 3_600_000
/** Milliseconds a connection may stay without saying who it is. */
const connectTimeout = 10_000

/** A broker that lets each member of the team tell their own presence and write in others' inboxes, and nothing else. */
export function guardedBroker({ hubId, members, messages, log, troubled }: BrokerParts): GuardedBroker {
  const { persistence, absent, keep, forget } = messages
  const aedes = new Aedes({ id: hubId, persistence, heartbeatInterval, connectTimeout })
  const people = new WeakMap<Client, PersonId>()
  const sockets = new Set<Socket>()

  aedes.authenticate = async (client, username, password, done) => {
    const refuse = (returnCode: 2 | 4) => done(Object.assign(new Error('not let in'), { returnCode }), null)
    const user = personId.safeParse(username).data
    const isMember = await members.check(user ?? '', password?.toString() ?? '')
    if (user === undefined || !isMember) return refuse(4)
    if (ownerOf(client.id, members.list()) !== user) return refuse(2)
    people.set(client, user)
    done(null, true)
  }

  /** What a person may not say is dropped where nobody listens: closed out, they would only come back and say it again. */
  aedes.authorizePublish = (client, packet, done) => {
    const person = client === null ? ownerOf(writerOf(packet), members.list()) : people.get(client)
    if (!person || !maySay(person, packet)) {
      log.warn('The hub dropped what a member may not say', { person, topic: packet.topic.slice(0, 200) })
      Object.assign(packet, { topic: '$dropped', payload: '', retain: false })
      return done(null)
    }
    keep(person, packet).then(
      () => done(null),
      (error: Error) => {
        trouble(error)
        done(error)
      },
    )
  }

  aedes.authorizeSubscribe = (client, subscription, done) => {
    const person = people.get(client)
    done(null, person !== undefined && maySubscribe(person, subscription.topic) ? subscription : null)
  }

  aedes.authorizeForward = (client, packet) => {
    const person = people.get(client)
    return person !== undefined && mayHear(person, packet.topic) ? packet : null
  }

  function trouble(error: unknown): void {
    if (aedes.closed) return
    log.error('The hub cannot keep what is said', { error })
    troubled(diskFailure(error))
  }

  aedes.on('clientError', (client, error) => log.debug('A connection to the hub broke', { client: client.id, error }))
  aedes.on('connectionError', (_client, error) => log.info('A connection to the hub was not made', { cause: error.message }))
  const asEmitter: NodeJS.EventEmitter = aedes
  asEmitter.on('error', trouble)

  const clients = new Set<Client>()
  aedes.on('client', (client) => {
    clients.add(client)
    absent.came(client.id).catch(trouble)
  })
  aedes.on('clientDisconnect', (client) => clients.delete(client))

  async function disconnect(user: PersonId): Promise<void> {
    const theirs = [...clients].filter((client) => people.get(client) === user)
    await Promise.all(theirs.map((client) => new Promise<void>((resolve) => client.close(resolve))))
  }

  /** After their own last words, so that nobody who joins later hears of them. */
  async function sayGoodbyeFor(user: PersonId): Promise<void> {
    await forget(user)
    const nothing = { cmd: 'publish', topic: presenceTopic(user), payload: '', qos: 0, retain: true, dup: false } as const
    await keep(user, nothing)
  }

  const unwatch = members.watch(({ gone, renewed }) => {
    for (const user of renewed) void disconnect(user)
    for (const user of gone)
      void disconnect(user)
        .then(() => sayGoodbyeFor(user))
        .catch(trouble)
  })

  function countAbsent(): Promise<void> {
    const here = new Set([...clients].map(({ id }) => id))
    return absent.counted(new Date().toDateString(), (id) => here.has(id))
  }

  const counting = setInterval(() => void countAbsent().catch(trouble), lookForNewDayEvery).unref()

  return {
    async start() {
      await aedes.listen()
      await countAbsent()
    },
    welcome(socket) {
      sockets.add(socket.on('close', () => sockets.delete(socket)))
      aedes.handle(socket)
      socket.on(
        'data',
        packetLimit(longestPacket, () => {
          log.warn('The hub refused a message that is too large')
          socket.destroy()
        }),
      )
    },
    async close() {
      unwatch()
      clearInterval(counting)
      await new Promise<void>((resolve) => aedes.close(resolve))
      await messages.settled()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** The client id that the store keeps beside last words, for those found after a restart. */
function writerOf(packet: PublishPacket): string {
  return 'clientId' in packet ? String(packet.clientId) : ''
}
