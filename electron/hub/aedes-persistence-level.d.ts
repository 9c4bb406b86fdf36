/** The part of the package that is used here; it has no types of its own. */
declare module 'aedes-persistence-level' {
  import type { Readable } from 'node:stream'
  import type { AedesPublishPacket, Client, PublishPacket, Subscription } from 'aedes'
  import type { Level } from 'level'

  export interface LevelPersistence {
    subscriptionsByTopic(topic: string): Promise<readonly { readonly clientId: string }[]>
    cleanSubscriptions(client: Pick<Client, 'id'>): Promise<void>
    addSubscriptions(client: Pick<Client, 'id'>, subscriptions: readonly Subscription[]): Promise<void>
    storeRetained(packet: StoredPacket): Promise<void>
    outgoingEnqueueCombi(subscribers: readonly { readonly clientId: string }[], packet: StoredPacket): Promise<unknown>
    outgoingUpdate(client: Pick<Client, 'id'>, packet: AedesPublishPacket): Promise<void>
    putWill(client: Pick<Client, 'id'>, packet: PublishPacket): Promise<void>
    createRetainedStreamCombi(patterns: readonly string[]): Readable
    outgoingStream(client: Pick<Client, 'id'>): Readable
    streamWill(brokers?: Readonly<Record<string, unknown>>): Readable
    getClientList(topic: string): AsyncIterable<string>
    destroy(): Promise<void>
  }

  export type StoredPacket = Pick<AedesPublishPacket, 'topic' | 'payload' | 'qos' | 'retain' | 'brokerId' | 'brokerCounter'>

  export default function persistence(store: Level<string, Buffer>): LevelPersistence
}
