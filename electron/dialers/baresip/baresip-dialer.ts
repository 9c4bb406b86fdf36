import type { Call } from '../../../shared/call/call.ts'
import type { DialerFailure, DialerFindings, DialerHealth, DialerWarning } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import { backoffMs } from '../../backoff.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import type { Dialer, DialerCommand, DialerListener } from '../dialer.ts'
import type { BaresipEvent } from './baresip-codec.ts'
import { type Address, BaresipConnection } from './baresip-connection.ts'
import { afterEvent, isKnownType } from './baresip-events.ts'
import { afterDisconnect, afterListing } from './baresip-reconciling.ts'
import { askForCalls, type PhoneState, type PhoneStateHandler } from './call-list.ts'
import { exposureOf } from './exposure.ts'
import { freshLine, historyAfter, whyItEnded } from './line-history.ts'
import { type PhoneCall, rememberedCalls } from './phone-call.ts'
import { selectAndDo } from './select-and-do.ts'

export interface BaresipDialerDeps {
  readonly address: Address
  readonly listener: DialerListener
  readonly clock: Clock
  readonly log: Log
  readonly timers?: Timers
  /** From 0 up to 1, as `Math.random`. */
  readonly random?: () => number
  readonly exposure?: (host: string, port: number) => Promise<readonly DialerWarning[]>
}

const powers = { answer: true, hold: true, hangUp: true, consult: false, transfer: 'none' } as const
/** 1.0.0 tells nothing when the agent takes a caller off hold on the phone itself. */
const pollMs = 2_000

/** Follows a baresip over its `ctrl_tcp` module. */
export class BaresipDialer implements Dialer {
  readonly id = 'baresip'
  private readonly deps: Required<BaresipDialerDeps>
  private connection: BaresipConnection | null = null
  private calls: readonly PhoneCall[] = []
  private state: DialerHealth['state'] = 'off'
  private failure: DialerFailure | null = null
  private retryAt: number | null = null
  private warnings: readonly DialerWarning[] = []
  private accounts = 1
  private openedAt: number | null = null
  private eventsHeard = 0
  private lastHeardAbout: string | undefined
  private list: 'idle' | 'asked' | 'asked again' = 'idle'
  private history = freshLine
  private stopWaiting: () => void = () => {}
  private stopPolling: () => void = () => {}
  private commanding = false
  private whenListed: (() => void)[] = []
  private commands: Promise<unknown> = Promise.resolve()
  private closed: (() => void) | null = null

  constructor(deps: BaresipDialerDeps) {
    this.deps = { timers: systemTimers, random: Math.random, exposure: exposureOf, ...deps }
  }

  start(known: readonly Call[]): void {
    this.calls = rememberedCalls(known)
    this.connect()
  }

  async stop(): Promise<void> {
    this.stopWaiting()
    this.stopPolling()
    const { connection } = this
    this.state = 'off'
    if (connection !== null) {
      await new Promise<void>((resolve) => {
        this.closed = resolve
        connection.drop({ kind: 'dialer.off', dialer: this.id })
      })
    }
    this.become('off', null, null)
  }

  health(): DialerHealth {
    const { state, failure, retryAt, warnings } = this
    return { dialer: this.id, state, failure, retryAt, warnings, powers }
  }

  command(command: DialerCommand, ref: string): Promise<Result<null, DialerFailure>> {
    const result = this.commands.then(() => this.doCommand(command, ref))
    this.commands = result
    return result
  }

  goesTo({ host, port }: Address): boolean {
    return this.deps.address.host === host && this.deps.address.port === port
  }

  /** What a connection test would find, without a second connection: it would throw this one off. */
  findings(): Promise<Result<DialerFindings, DialerFailure>> | null {
    const { connection } = this
    if (connection === null || this.state !== 'ready') return null
    return new Promise((resolve) => {
      this.lookUpCalls(connection, (answer) =>
        resolve(
          answer.ok
            ? success({
                dialer: this.id,
                accounts: answer.value.accounts.map(({ aor }) => aor),
                callsNow: answer.value.calls.length,
                warnings: this.warnings,
              })
            : answer,
        ),
      )
    })
  }

  private async doCommand(command: DialerCommand, ref: string): Promise<Result<null, DialerFailure>> {
    while (this.list !== 'idle') await new Promise<void>((resolve) => this.whenListed.push(resolve))
    const { connection } = this
    if (connection === null || this.state !== 'ready') return failed(this.failure ?? { kind: 'dialer.off', dialer: this.id })
    const call = this.calls.find((other) => other.ref === ref)
    if (call === undefined) return failed({ kind: 'dialer.noSuchCall', dialer: this.id })
    this.commanding = true
    const result = await selectAndDo(connection, call, command, this.accounts, {
      listen: () => {
        this.lastHeardAbout = undefined
      },
      heard: (id) => this.lastHeardAbout === id,
    })
    this.commanding = false
    this.askForList()
    return result
  }

  private connect(): void {
    this.become('connecting', null, null)
    const { address, timers, log } = this.deps
    const connection = new BaresipConnection(
      address,
      { timers, log },
      {
        opened: () => {
          this.openedAt = this.deps.clock.now().mono
          void this.lookAround()
          this.askForList()
        },
        heard: (event) => this.heard(event),
        closed: (failure) => this.connectionEnded(failure),
      },
    )
    this.connection = connection
  }

  private async lookAround(): Promise<void> {
    const { address, exposure } = this.deps
    const warnings = await exposure(address.host, address.port)
    if (warnings.join() === this.warnings.join()) return
    this.warnings = warnings
    if (this.state !== 'off') this.deps.listener.healthChanged(this.health())
  }

  private heard(event: BaresipEvent): void {
    this.eventsHeard += 1
    this.lastHeardAbout = event.id
    if (!isKnownType(event.type))
      this.deps.log.debug('baresip sent an event of an unknown type', { type: event.type.slice(0, 80) })
    const step = afterEvent(this.calls, event, this.deps.clock.now())
    this.calls = step.calls
    for (const report of step.reports) this.deps.listener.reported(report)
    if (step.asksForList) this.askForList()
  }

  /** Lists and commands take turns: on a phone with several accounts both move what is current. */
  private askForList(): void {
    const { connection } = this
    if (connection === null || this.state === 'off' || this.commanding) return
    if (this.list !== 'idle') {
      this.list = 'asked again'
      return
    }
    this.list = 'asked'
    this.stopPolling()
    this.lookUpCalls(connection, (answer) => {
      if (connection !== this.connection) return
      const askAgain = this.list === 'asked again' && this.whenListed.length === 0
      if (!answer.ok) return connection.drop(answer.failure)
      this.listed(answer.value)
      this.listDone()
      if (askAgain) this.askForList()
      else if (this.calls.length > 0) this.stopPolling = this.deps.timers.after(pollMs, () => this.askForList())
    })
  }

  private listDone(): void {
    this.list = 'idle'
    for (const resolve of this.whenListed.splice(0)) resolve()
  }

  private lookUpCalls(connection: BaresipConnection, answered: PhoneStateHandler): void {
    askForCalls(connection, () => this.eventsHeard, answered)
  }

  private listed({ accounts, calls }: PhoneState): void {
    const first = this.state !== 'ready'
    this.accounts = accounts.length
    const step = afterListing(this.calls, calls, this.deps.clock.now())
    this.calls = step.calls
    for (const report of step.reports) this.deps.listener.reported(report)
    if (first || step.lostSight) {
      this.deps.listener.reconciled(
        this.id,
        step.calls.map(({ ref }) => ref),
      )
    }
    if (first) this.become('ready', null, null)
  }

  private connectionEnded(failure: DialerFailure | null): void {
    this.connection = null
    this.stopPolling()
    this.listDone()
    const wasReady = this.state === 'ready'
    const { mono } = this.deps.clock.now()
    const lived = this.openedAt === null ? null : mono - this.openedAt
    this.openedAt = null
    this.calls = afterDisconnect(this.calls)
    if (this.state === 'off') {
      this.closed?.()
      return
    }
    this.history = historyAfter(this.history, { lived, failure })
    const wait = backoffMs(this.history.failuresInARow - 1, this.deps.random)
    this.stopWaiting = this.deps.timers.after(wait, () => this.connect())
    this.become('retrying', whyItEnded(this.history, failure, this.deps.address), mono + wait)
    if (wasReady) this.deps.listener.callsUncertain(this.id)
  }

  private become(state: DialerHealth['state'], failure: DialerFailure | null, retryAt: number | null): void {
    this.state = state
    this.failure = failure
    this.retryAt = retryAt
    this.deps.log.info('baresip connection', { state, ...(failure === null ? {} : { failure: failure.kind }) })
    this.deps.listener.healthChanged(this.health())
  }
}
