import { Socket } from 'node:net'
import { connect, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt'
import type { HubFailure } from '../../shared/transfer/team.ts'
import { backoffMs } from '../backoff.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Timers } from '../timers.ts'
import { trusting } from './authority.ts'
import { hubFailure } from './hub-failure.ts'

export interface HubLineListener {
  /** `remembered`: the hub still has this installation's subscriptions, and what came for it meanwhile. */
  up(remembered: boolean): void
  down(failure: HubFailure): void
  /** Acknowledged to the hub when it resolves; when it rejects, the line is dropped and the hub sends it again. */
  received(topic: string, payload: Buffer, isRetained: boolean): Promise<void>
}

export interface HubAddress {
  readonly url: string
  readonly user: string
  readonly password: string
  /** PEM that its certificate is trusted by; empty for the public authorities. */
  readonly authority: string
}

export interface HubLineParts {
  readonly address: HubAddress
  readonly clientId: string
  readonly keepaliveSeconds: number
  readonly will: { readonly topic: string; readonly text: string } | null
  /** With the quality of service: 1 for what must come, 0 for what the hub need not keep for later. */
  readonly subscriptions: Readonly<Record<string, { readonly qos: 0 | 1 }>>
  readonly listener: HubLineListener
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
}

const connectTimeoutMs = 10_000
/** A line that held this long was good, and is tried again at once. */
const goodLineMs = 1_000
const farewellMs = 1_000

/**
 * A line to the hub that is opened again whenever it breaks.
 *
 * Every connection is a fresh client: nothing is queued in memory, where it would be lost with the process or sent
 * before the outbox has its say.
 */
export class HubLine {
  readonly #parts: HubLineParts
  #client: MqttClient | null = null
  #isUp = false
  #isStopped = false
  #upSince = 0
  #tries = 0
  #cancelRetry: () => void = () => undefined
  /** Of publishes that the hub has not acknowledged. */
  readonly #unanswered = new Set<(taken: boolean) => void>()

  constructor(parts: HubLineParts) {
    this.#parts = parts
  }

  start(): void {
    const { address, listener, subscriptions } = this.#parts
    const client = connect(address.url, clientOptions(this.#parts))
    let trouble: Error | null = null
    this.#client = client
    client.handleMessage = (packet, done) => void this.#take(packet, client).then(() => done(), done)
    client.on('error', (error) => {
      trouble ??= error
    })
    client.on('connect', ({ sessionPresent }) => {
      client.subscribe({ ...subscriptions }, (error) => {
        if (this.#client !== client || !client.connected) return
        if (error) {
          trouble ??= error
          client.end(true)
          return
        }
        this.#isUp = true
        this.#upSince = this.#parts.clock.now().mono
        listener.up(sessionPresent)
      })
    })
    client.on('close', () => this.#lost(client, trouble ?? new Error('the hub closed the line')))
    client.connect()
    if (client.stream instanceof Socket) client.stream.setNoDelay(true)
  }

  /** Resolves with whether the hub acknowledged it before the line broke. */
  publish(topic: string, text: string, options: { readonly retain?: boolean } = {}): Promise<boolean> {
    const client = this.#client
    if (client === null || !this.#isUp) return Promise.resolve(false)
    return new Promise((resolve) => {
      const settle = (taken: boolean) => {
        if (this.#unanswered.delete(settle)) resolve(taken)
      }
      this.#unanswered.add(settle)
      client.publish(topic, text, { qos: 1, retain: options.retain ?? false }, (error) => settle(!error))
    })
  }

  /** Says a last retained word, if there is one, and goodbye; without the goodbye the hub would publish the will. */
  async stop(farewell: { readonly topic: string; readonly text: string } | null): Promise<void> {
    if (farewell) await Promise.race([this.publish(farewell.topic, farewell.text, { retain: true }), this.#wait(farewellMs)])
    this.#isStopped = true
    this.#cancelRetry()
    const client = this.#client
    this.#client = null
    this.#forgetUnanswered()
    if (client === null) return
    const gone = new Promise<void>((resolve) => client.stream.once('close', resolve))
    if (!client.connected) client.end(true)
    else client.end(false, () => undefined)
    if (!client.stream.destroyed) await Promise.race([gone, this.#wait(farewellMs)])
    client.stream.destroy()
  }

  async #take(packet: IPublishPacket, client: MqttClient): Promise<void> {
    try {
      if (this.#client !== client) throw new Error('the line is given up')
      const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload)
      await this.#parts.listener.received(packet.topic, payload, packet.retain)
    } catch (error) {
      client.end(true)
      throw error
    }
  }

  #lost(client: MqttClient, trouble: Error): void {
    client.end(true)
    if (this.#client !== client || this.#isStopped) return
    this.#client = null
    const wasGood = this.#isUp && this.#parts.clock.now().mono - this.#upSince >= goodLineMs
    this.#isUp = false
    this.#forgetUnanswered()
    const failure = hubFailure(this.#parts.address.url, trouble)
    const tries = wasGood ? 0 : this.#tries
    if (tries === 0) this.#parts.log.info('The line to the hub is down', { ...failure })
    this.#tries = tries + 1
    this.#cancelRetry = this.#parts.timers.after(backoffMs(tries, Math.random), () => this.start())
    this.#parts.listener.down(failure)
  }

  #forgetUnanswered(): void {
    for (const settle of [...this.#unanswered]) settle(false)
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.#parts.timers.after(ms, resolve))
  }
}

function clientOptions({ address, clientId, keepaliveSeconds, will }: HubLineParts): IClientOptions {
  return {
    username: address.user,
    password: address.password,
    clientId,
    ...trusting(address),
    clean: false,
    protocolVersion: 4,
    keepalive: keepaliveSeconds,
    connectTimeout: connectTimeoutMs,
    reconnectPeriod: 0,
    manualConnect: true,
    ...(will ? { will: { topic: will.topic, payload: Buffer.from(will.text), qos: 1, retain: true } } : {}),
  }
}
