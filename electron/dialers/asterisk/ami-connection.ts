import { createHash } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { Log } from '../../log.ts'
import type { Timers } from '../../timers.ts'
import { AmiDecoder, type AmiMessage, encodeAction } from './ami-codec.ts'
import { type AmiEvent, amiEvent } from './ami-events.ts'

export interface AmiAddress {
  readonly host: string
  readonly port: number
}

export interface AmiLogin {
  readonly user: string
  readonly secret: string
}

export interface AmiListener {
  /** Logged in. */
  opened(): void
  /** In the order of the stream. */
  heard(event: AmiEvent): void
  /** Called once, after `opened` or instead of it. */
  closed(failure: DialerFailure): void
}

/** An action's fields; `ActionID` only where a later event is known by it. */
export type AmiAction = Readonly<Record<string, string>> & { readonly Action: string; readonly ActionID?: string }

type AnswerHandler = (answer: Result<AmiMessage, DialerFailure>) => void

/** Milliseconds. */
const answerTimeout = 5_000
const connectTimeout = 5_000
const quietFor = 15_000

/** One login at Asterisk's manager interface, from the attempt to the end. */
export class AmiConnection {
  private readonly socket: Socket
  private readonly decoder = new AmiDecoder()
  private readonly waiting = new Map<string, AnswerHandler>()
  private readonly address: AmiAddress
  private readonly deps: { readonly timers: Timers; readonly log: Log }
  private readonly listener: AmiListener
  private actionsSent = 0
  private failure: DialerFailure | null = null
  private stopPinging: () => void = () => {}

  constructor(address: AmiAddress, login: AmiLogin, deps: { readonly timers: Timers; readonly log: Log }, listener: AmiListener) {
    this.address = address
    this.deps = deps
    this.listener = listener
    this.socket = connect({ ...address, noDelay: true })
    const giveUp = deps.timers.after(connectTimeout, () => this.drop(this.unreachable('timed out')))
    this.socket
      .on('connect', () => {
        giveUp()
        void this.logIn(login)
      })
      .on('data', (chunk) => this.take(chunk))
      .on('error', (error) => {
        this.failure ??= this.unreachable(error.message)
      })
      .on('close', () => {
        giveUp()
        this.end()
      })
  }

  /** Fails with what Asterisk said when it said no. */
  async ask(action: AmiAction): Promise<Result<AmiMessage, DialerFailure>> {
    const answer = await this.send(action)
    if (!answer.ok || answer.value.Response !== 'Error') return answer
    return failed({ kind: 'dialer.refused', dialer: 'asterisk', said: (answer.value.Message ?? '').slice(0, 200) })
  }

  drop(failure: DialerFailure): void {
    this.failure ??= failure
    this.socket.destroy()
  }

  /** The secret itself never travels: Asterisk sends a challenge, and gets back its hash with the secret. */
  private async logIn({ user, secret }: AmiLogin): Promise<void> {
    const asked = await this.ask({ Action: 'Challenge', AuthType: 'MD5' })
    const challenge = asked.ok ? (asked.value.Challenge ?? '') : ''
    if (asked.ok && challenge === '') return this.drop(this.garbled('no challenge for a login'))
    const key = createHash('md5').update(`${challenge}${secret}`).digest('hex')
    const login = { Action: 'Login', AuthType: 'MD5', Username: user, Key: key, Events: 'call' }
    const answer = asked.ok ? await this.ask(login) : asked
    if (!answer.ok) return this.drop(this.loginFailure(answer.failure))
    this.listener.opened()
    this.pingWhenQuiet()
  }

  private loginFailure(failure: DialerFailure): DialerFailure {
    const inUse = failure.kind === 'dialer.refused' && /already in use/i.test(failure.said)
    return inUse ? { kind: 'dialer.taken', dialer: 'asterisk', ...this.address } : failure
  }

  private send(action: AmiAction): Promise<Result<AmiMessage, DialerFailure>> {
    this.actionsSent += 1
    const id = action.ActionID ?? `steadyline-${this.actionsSent}`
    return new Promise((resolve) => {
      const settle = (answer: Result<AmiMessage, DialerFailure>) => {
        late()
        this.waiting.delete(id)
        resolve(answer)
      }
      const late = this.deps.timers.after(answerTimeout, () =>
        settle(failed({ kind: 'dialer.silent', dialer: 'asterisk', waitedMs: answerTimeout })),
      )
      this.waiting.set(id, settle)
      this.socket.write(encodeAction({ ...action, ActionID: id }))
    })
  }

  private take(chunk: Uint8Array): void {
    const { messages, garbled } = this.decoder.take(chunk)
    for (const message of messages) this.takeMessage(message)
    if (garbled !== null) this.drop(this.garbled(garbled))
    this.pingWhenQuiet()
  }

  private takeMessage(message: AmiMessage): void {
    if (message.Response !== undefined && message.Event === undefined) {
      this.waiting.get(message.ActionID ?? '')?.(success(message))
      return
    }
    const event = amiEvent.safeParse(message)
    if (event.success) this.listener.heard(event.data)
    else this.deps.log.warn('Asterisk sent a message that is neither an event nor a response')
  }

  /** A line that was cut without a word is noticed by asking. */
  private pingWhenQuiet(): void {
    this.stopPinging()
    this.stopPinging = this.deps.timers.after(quietFor, async () => {
      const answer = await this.send({ Action: 'Ping' })
      if (!answer.ok) this.drop(answer.failure)
    })
  }

  private end(): void {
    this.stopPinging()
    const failure = this.failure ?? this.unreachable('closed')
    for (const settle of [...this.waiting.values()]) settle(failed(failure))
    this.listener.closed(failure)
  }

  private unreachable(cause: string): DialerFailure {
    return { kind: 'dialer.unreachable', dialer: 'asterisk', ...this.address, cause }
  }

  private garbled(cause: string): DialerFailure {
    return { kind: 'dialer.garbled', dialer: 'asterisk', cause }
  }
}
