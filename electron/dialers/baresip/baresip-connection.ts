import { connect, type Socket } from 'node:net'
import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { Log } from '../../log.ts'
import type { Timers } from '../../timers.ts'
import { type BaresipEvent, type BaresipResponse, encodeNetstring, NetstringDecoder, readFrame } from './baresip-codec.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface ConnectionListener {
  opened(): void
  /** In the order of the stream; answers arrive between them, in their place. */
  heard(event: BaresipEvent): void
  /**
   * Called once, after `opened` or instead of it.
   *
   * `failure` is null when the phone's side closed without a word.
   */
  closed(failure: DialerFailure | null): void
}

/** Called in the stream's order, before any frame behind the answer: a list is only true of its own moment. */
export type AnswerHandler = (answer: Result<BaresipResponse, DialerFailure>) => void

export interface PhoneCommand {
  readonly command: string
  readonly params?: string
}

/** Milliseconds; answers of 60 were seen with a phone that had nothing else to do. */
const answerTimeout = 3_000
const connectTimeout = 5_000

/** One control connection to baresip, from the attempt to the end. */
export class BaresipConnection {
  private readonly socket: Socket
  private readonly decoder = new NetstringDecoder()
  private readonly waiting = new Map<string, AnswerHandler>()
  private readonly address: Address
  private readonly deps: { readonly timers: Timers; readonly log: Log }
  private readonly listener: ConnectionListener
  private commandsSent = 0
  private failure: DialerFailure | null = null
  private over = false

  constructor(address: Address, deps: { readonly timers: Timers; readonly log: Log }, listener: ConnectionListener) {
    this.address = address
    this.deps = deps
    this.listener = listener
    this.socket = connect({ ...address, noDelay: true })
    const giveUp = deps.timers.after(connectTimeout, () => this.drop(this.unreachable('timed out')))
    this.socket
      .on('connect', () => {
        giveUp()
        listener.opened()
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

  /** Writes all commands as one, so that the phone takes them with nothing in between. */
  send(commands: readonly { readonly command: PhoneCommand; readonly answered: AnswerHandler }[]): void {
    const frames = commands.map(({ command, answered }) => {
      const token = this.nextToken()
      this.expect(token, answered)
      return encodeNetstring(JSON.stringify({ ...command, token }))
    })
    this.socket.write(Buffer.concat(frames))
  }

  request(command: PhoneCommand): Promise<Result<BaresipResponse, DialerFailure>> {
    return new Promise((resolve) => this.send([{ command, answered: resolve }]))
  }

  /** Answers in the order of the commands, which the phone takes with nothing in between. */
  requestTogether(commands: readonly PhoneCommand[]): Promise<Result<readonly BaresipResponse[], DialerFailure>> {
    return new Promise((resolve) => {
      const answers: BaresipResponse[] = []
      const answered = (answer: Result<BaresipResponse, DialerFailure>) => {
        if (!answer.ok) resolve(answer)
        else if (answers.push(answer.value) === commands.length) resolve(success(answers))
      }
      this.send(commands.map((command) => ({ command, answered })))
    })
  }

  drop(failure: DialerFailure | null): void {
    this.failure ??= failure
    this.socket.destroy()
  }

  private nextToken(): string {
    this.commandsSent += 1
    return `steadyline-${this.commandsSent}`
  }

  private expect(token: string, answered: AnswerHandler): void {
    const late = this.deps.timers.after(answerTimeout, () => {
      this.waiting.delete(token)
      answered(failed({ kind: 'dialer.silent', dialer: 'baresip', waitedMs: answerTimeout }))
    })
    this.waiting.set(token, (answer) => {
      late()
      this.waiting.delete(token)
      answered(answer)
    })
  }

  private take(chunk: Uint8Array): void {
    const { payloads, garbled } = this.decoder.take(chunk)
    for (const payload of payloads) this.takePayload(payload)
    if (garbled !== null) this.drop({ kind: 'dialer.garbled', dialer: 'baresip', cause: garbled })
  }

  private takePayload(payload: string): void {
    const frame = readFrame(payload)
    if (!frame.ok) {
      this.deps.log.warn('baresip sent a frame that cannot be read', { cause: frame.failure, bytes: Buffer.byteLength(payload) })
    } else if (frame.value.kind === 'event') {
      this.listener.heard(frame.value.event)
    } else {
      this.waiting.get(frame.value.response.token ?? '')?.(success(frame.value.response))
    }
  }

  private end(): void {
    if (this.over) return
    this.over = true
    const failure = this.failure ?? this.unreachable('closed')
    for (const answered of [...this.waiting.values()]) answered(failed(failure))
    this.listener.closed(this.failure)
  }

  private unreachable(cause: string): DialerFailure {
    return { kind: 'dialer.unreachable', dialer: 'baresip', ...this.address, cause }
  }
}
