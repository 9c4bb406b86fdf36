import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IClientOptions, type IConnackPacket, type MqttClient, connect as open } from 'mqtt'
import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { Log } from '../log.ts'

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

const certificates = join(import.meta.dirname, 'test-certificates')

/** Valid for a hundred years, except the one that expired in 2021; all for `localhost` and 127.0.0.1, made with openssl for these tests. */
export function certificateFiles(name: 'good' | 'expired' | 'renewed') {
  const file = (kind: string) => join(certificates, `${name}${kind}.pem`)
  return { certificate: file(''), key: file('.key') }
}

/** Signed `renewed`. */
export const authorityFile = join(certificates, 'authority.pem')

/** An empty folder that is removed again. */
export async function freshFolder() {
  const path = await mkdtemp(join(tmpdir(), 'steadyline-hub-'))
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

export interface Heard {
  readonly topic: string
  readonly text: string
}

/** A member at a real MQTT client, who writes down what they hear. */
export class Person {
  readonly heard: Heard[] = []
  readonly connack: IConnackPacket
  private readonly client: MqttClient

  private constructor(client: MqttClient, connack: IConnackPacket, heard: Heard[]) {
    this.client = client
    this.connack = connack
    this.heard = heard
  }

  static async connected(url: string, user: PersonId, password: string, options: IClientOptions = {}): Promise<Person> {
    const clientId = `steadyline-${user}`
    const client = open(url, {
      protocolVersion: 4,
      clean: false,
      reconnectPeriod: 0,
      clientId,
      username: user,
      password,
      ...options,
    })
    const heard: Heard[] = []
    client.on('message', (topic, payload) => heard.push({ topic, text: payload.toString() }))
    const connack = await new Promise<IConnackPacket>((resolve, reject) => {
      client.once('connect', resolve).once('error', reject)
      client.once('close', () => reject(new Error('the line was closed')))
    })
    client.on('error', () => undefined)
    return new Person(client, connack as IConnackPacket, heard)
  }

  get isConnected(): boolean {
    return this.client.connected
  }

  /** Resolves when the hub has said that it has it. */
  async says(topic: string, text: string, retain = false): Promise<void> {
    await this.client.publishAsync(topic, text, { qos: 1, retain })
  }

  /** The QoS that was granted for each pattern; 128 is a refusal. */
  async listensTo(...patterns: readonly string[]): Promise<readonly number[]> {
    return new Promise((resolve, reject) => {
      this.client.subscribe([...patterns], { qos: 1 }, (error, _granted, suback) => {
        if (suback !== undefined) resolve(suback.granted as number[])
        else reject(error)
      })
    })
  }

  async leaves(): Promise<void> {
    await this.client.endAsync()
  }

  /** As a crash would: no goodbye. */
  vanishes(): void {
    this.client.stream.destroy()
  }

  async gone(): Promise<void> {
    if (this.client.connected) await new Promise<void>((resolve) => this.client.once('close', () => resolve()))
  }
}
