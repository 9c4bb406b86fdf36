import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type * as z from 'zod'
import type { Call } from '../../../shared/call/call.ts'
import type { CallReport } from '../../../shared/call/call-report.ts'
import { type DialerFailure, type DialerHealth, noPowers } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import { backoffMs } from '../../backoff.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import type { Dialer, DialerListener } from '../dialer.ts'
import { bodyWithin } from './body-within.ts'
import { HookCalls } from './hook-calls.ts'
import { readArgument, readFields } from './push-codec.ts'
import { callPush, objection, zammadPush } from './push-events.ts'
import { admit, type Refusal, type Route } from './push-request.ts'
import type { PushToken } from './push-token.ts'

export interface PushDialerDeps {
  readonly port: number
  readonly token: PushToken
  readonly listener: DialerListener
  readonly clock: Clock
  readonly log: Log
  readonly timers?: Timers
  /** From 0 up to 1, as `Math.random`. */
  readonly random?: () => number
}

/** Bytes. */
const longestBody = 64 * 1024
/** Milliseconds; a sender that is refused halfway gets this long to read why. */
const lastWords = 1_000

/** Takes what PBXs and softphones push to a port of this machine. */
export class PushDialer implements Dialer {
  readonly id = 'push'
  private readonly deps: Required<PushDialerDeps>
  private server: Server | null = null
  private hookCalls = new HookCalls()
  private state: DialerHealth['state'] = 'off'
  private failure: DialerFailure | null = null
  private retryAt: number | null = null
  private tries = 0
  private stopWaiting: () => void = () => {}

  constructor(deps: PushDialerDeps) {
    this.deps = { timers: systemTimers, random: Math.random, ...deps }
  }

  start(known: readonly Call[]): void {
    this.hookCalls = new HookCalls(known)
    this.listen()
  }

  async stop(): Promise<void> {
    this.stopWaiting()
    const { server } = this
    this.server = null
    if (server?.listening) {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    }
    this.become('off', null, null)
  }

  health(): DialerHealth {
    const { state, failure, retryAt } = this
    return { dialer: this.id, state, failure, retryAt, warnings: [], powers: noPowers }
  }

  /** Nothing can be asked of a dialer that only tells. */
  async command(): Promise<Result<null, DialerFailure>> {
    return failed({ kind: 'dialer.cannot', dialer: this.id })
  }

  async call(): Promise<Result<null, DialerFailure>> {
    return failed({ kind: 'dialer.cannot', dialer: this.id })
  }

  async dial(): Promise<Result<null, DialerFailure>> {
    return failed({ kind: 'dialer.cannot', dialer: this.id })
  }

  private listen(): void {
    this.become('connecting', null, null)
    const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 })
    server.maxConnections = 16
    server.on('request', (request, response) => void this.take(request, response))
    server.on('checkContinue', (request, response) => void this.take(request, response))
    server.on('error', (error: NodeJS.ErrnoException) => this.retry(error))
    server.listen(this.deps.port, '127.0.0.1', () => {
      if (this.server !== server) return server.close()
      this.tries = 0
      this.become('ready', null, null)
    })
    this.server = server
  }

  private retry(error: NodeJS.ErrnoException): void {
    if (this.state === 'off') return
    const { port, random, timers, clock } = this.deps
    const wait = backoffMs(this.tries, random)
    this.tries += 1
    this.stopWaiting = timers.after(wait, () => this.listen())
    const failure: DialerFailure =
      error.code === 'EADDRINUSE'
        ? { kind: 'dialer.portInUse', dialer: this.id, port }
        : { kind: 'dialer.unreachable', dialer: this.id, host: '127.0.0.1', port, cause: error.message }
    this.become('retrying', failure, clock.now().mono + wait)
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port, token, timers, log } = this.deps
    const { method = '', url: path = '', headers } = request
    const route = admit({ method, path, headers }, port, token.matches)
    const answer = route.ok ? await this.noted(route.value, request, response) : route
    const { status, sentence } = answer.ok ? { status: 200, sentence: answer.value } : answer.failure
    if (!answer.ok) log.warn('A push was refused', { status, sentence })
    if (response.destroyed) return
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${sentence}\n`)
    if (request.complete) return
    request.resume()
    const cut = timers.after(lastWords, () => request.socket.destroy())
    request.socket.once('close', cut)
  }

  private async noted(route: Route, request: IncomingMessage, response: ServerResponse): Promise<Result<string, Refusal>> {
    const body = await this.bodyOf(request, response)
    if (!body.ok) return body
    const contentType = request.headers['content-type'] ?? ''
    const report = route.kind === 'hook' ? this.hooked(route, contentType, body.value) : pushed(route, contentType, body.value)
    if (!report.ok) return report
    if (report.value === null) return success('That call was not known.')
    this.deps.listener.reported(report.value)
    return success('Noted.')
  }

  private async bodyOf(request: IncomingMessage, response: ServerResponse): Promise<Result<Buffer, Refusal>> {
    const tooLong = failed({ status: 413, sentence: `A body has at most ${longestBody} bytes.` })
    if (Number(request.headers['content-length'] ?? 0) > longestBody) return tooLong
    if (request.headers.expect !== undefined) response.writeContinue()
    try {
      const body = await bodyWithin(request, longestBody)
      return body === null ? tooLong : success(body)
    } catch {
      return failed({ status: 400, sentence: 'The body broke off.' })
    }
  }

  private hooked(
    { hook }: Extract<Route, { kind: 'hook' }>,
    contentType: string,
    body: Buffer,
  ): Result<CallReport | null, Refusal> {
    const argument = readArgument(contentType, body)
    return argument.ok
      ? success(this.hookCalls.report(hook, argument.value))
      : failed({ status: 415, sentence: argument.failure })
  }

  private become(state: DialerHealth['state'], failure: DialerFailure | null, retryAt: number | null): void {
    this.state = state
    this.failure = failure
    this.retryAt = retryAt
    this.deps.listener.healthChanged(this.health())
  }
}

function pushed(route: Exclude<Route, { kind: 'hook' }>, contentType: string, body: Buffer): Result<CallReport, Refusal> {
  const fields = readFields(contentType, body)
  if (!fields.ok) return failed({ status: contentType.includes('json') ? 400 : 415, sentence: fields.failure })
  const schema: z.ZodType<CallReport> = route.kind === 'zammad' ? zammadPush : callPush
  const report = schema.safeParse(fields.value)
  return report.success ? success(report.data) : failed({ status: 400, sentence: objection(report.error) })
}
