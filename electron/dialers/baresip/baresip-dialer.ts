import type { Call } from '../../../shared/call/call.ts'
import type { DialerFailure, DialerFindings, DialerHealth, DialerWarning } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import { backoffMs } from '../../backoff.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import type { Dialer, DialerCommand, DialerErrand, DialerListener } from '../dialer.ts'
import { LineKeeper } from '../line-keeper.ts'
import type { BaresipEvent } from './baresip-codec.ts'
import { type Address, BaresipConnection } from './baresip-connection.ts'
import { afterEvent, isKnownType, type PhoneStep } from './baresip-events.ts'
import type { Account } from './baresip-listing.ts'
import { afterDisconnect, afterListing } from './baresip-reconciling.ts'
import { askForCalls, type PhoneState, type PhoneStateHandler } from './call-list.ts'
import { LegWatch } from './consult-leg.ts'
import { exposureOf } from './exposure.ts'
import { JoinPower } from './join-power.ts'
import { freshLine, historyAfter, whyItEnded } from './line-history.ts'
import { type PhoneCall, rememberedCalls } from './phone-call.ts'
import { cancelConsult, completeTransfer, consult, dialOut, type ErrandPhone, transferBlind } from './phone-errands.ts'
import { Ear, selectAndDo } from './select-and-do.ts'
import { sipTarget } from './sip-target.ts'

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

/** 1.0.0 tells nothing when the agent takes a caller off hold on the phone itself. */
const pollMs = 2_000

type Done = Promise<Result<null, DialerFailure>>

/** Follows a baresip over its `ctrl_tcp` module. */
export class BaresipDialer implements Dialer {
  readonly id = 'baresip'
  private readonly deps: Required<BaresipDialerDeps>
  private readonly line: LineKeeper
  private connection: BaresipConnection | null = null
  private calls: readonly PhoneCall[] = []
  private warnings: readonly DialerWarning[] = []
  private accounts: readonly Account[] = []
  private readonly joining = new JoinPower()
  private readonly legs = new LegWatch()
  private readonly ear = new Ear()
  /** The call whose colleague was dialled so that both can be joined. */
  private joinable: string | null = null
  private openedAt: number | null = null
  private eventsHeard = 0
  private outgoingSeen = 0
  private list: 'idle' | 'asked' | 'asked again' = 'idle'
  private history = freshLine
  private stopPolling: () => void = () => {}
  private commanding = false
  private whenListed: (() => void)[] = []
  private commands: Promise<unknown> = Promise.resolve()

  constructor(deps: BaresipDialerDeps) {
    this.deps = { timers: systemTimers, random: Math.random, exposure: exposureOf, ...deps }
    this.line = new LineKeeper({
      ...this.deps,
      dialer: this.id,
      changed: () => this.deps.listener.healthChanged(this.health()),
    })
  }

  start(known: readonly Call[]): void {
    this.calls = rememberedCalls(known)
    this.connect()
  }

  async stop(): Promise<void> {
    this.stopPolling()
    const { connection } = this
    await this.line.stop(connection && ((why) => connection.drop(why)))
  }

  health(): DialerHealth {
    const transfer = this.joining.isThere ? 'attended' : 'blind'
    const powers = { answer: true, hold: true, hangUp: true, dial: true, consult: true, transfer } as const
    return { dialer: this.id, ...this.line.standing, warnings: this.warnings, powers }
  }

  call(number: string): Done {
    return this.inTurn((phone) => {
      const target = this.targetOf(number, null)
      return target.ok ? dialOut(phone, target.value) : Promise.resolve(target)
    })
  }

  command(command: DialerCommand, ref: string): Done {
    return this.inTurnOn(ref, (phone, call) => {
      const joinable = this.joinable === call.ref
      switch (command) {
        case 'cancelConsult':
          return cancelConsult(phone, call, joinable)
        case 'completeTransfer':
          return completeTransfer(phone, call, joinable)
        default:
          return selectAndDo(phone, call, command)
      }
    })
  }

  dial(errand: DialerErrand, ref: string, number: string): Done {
    return this.inTurnOn(ref, async (phone, call) => {
      const target = this.targetOf(number, call.account)
      if (!target.ok) return target
      if (errand === 'transferBlind') return transferBlind(phone, call, target.value)
      const done = await consult(phone, call, target.value)
      if (!done.ok) return done
      this.joinable = done.value.joinable ? call.ref : null
      return success(null)
    })
  }

  goesTo({ host, port }: Address): boolean {
    return this.deps.address.host === host && this.deps.address.port === port
  }

  /** What a connection test would find, without a second connection: it would throw this one off. */
  findings(): Promise<Result<DialerFindings, DialerFailure>> | null {
    const { connection } = this
    if (connection === null || !this.line.is('ready')) return null
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

  private targetOf(number: string, account: string | null): Result<string, DialerFailure> {
    const target = sipTarget(number, account ?? this.accounts.find(({ current }) => current)?.aor ?? '')
    return target === null ? failed({ kind: 'dialer.notDiallable', dialer: this.id, number }) : success(target)
  }

  private inTurnOn(ref: string, act: (phone: ErrandPhone, call: PhoneCall) => Done): Done {
    return this.inTurn((phone) => {
      const call = this.calls.find((other) => other.ref === ref)
      return call === undefined ? Promise.resolve(failed({ kind: 'dialer.noSuchCall', dialer: this.id })) : act(phone, call)
    })
  }

  /** One at a time, and never while the calls are being listed. */
  private inTurn(act: (phone: ErrandPhone) => Done): Done {
    const result = this.commands.then(() => this.whenIdle(act))
    this.commands = result
    return result
  }

  private async whenIdle(act: (phone: ErrandPhone) => Done): Done {
    while (this.list !== 'idle') await new Promise<void>((resolve) => this.whenListed.push(resolve))
    const { connection } = this
    if (connection === null || !this.line.is('ready')) return failed(this.line.whyNot())
    this.commanding = true
    const result = await act(this.phone(connection))
    this.commanding = false
    this.askForList()
    return result
  }

  private phone(connection: BaresipConnection): ErrandPhone {
    return {
      connection,
      accounts: this.accounts.length,
      joins: this.joining.isThere,
      ear: this.ear,
      calls: () => this.calls,
      outgoingSeen: () => this.outgoingSeen,
      look: () =>
        new Promise((resolve) =>
          this.lookUpCalls(connection, (answer) => {
            if (answer.ok) this.listed(answer.value)
            resolve(answer.ok ? success(null) : answer)
          }),
        ),
      expectLeg: (leg) => this.legs.expect(leg),
    }
  }

  private connect(): void {
    this.line.connecting()
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
    if (!this.line.is('off')) this.deps.listener.healthChanged(this.health())
  }

  private heard(event: BaresipEvent): void {
    this.eventsHeard += 1
    this.ear.hear(event.id)
    if (!isKnownType(event.type))
      this.deps.log.debug('baresip sent an event of an unknown type', { type: event.type.slice(0, 80) })
    const step = afterEvent(this.calls, event, this.deps.clock.now())
    this.take(step)
    if (step.asksForList) this.askForList()
  }

  /** Lists and commands take turns: on a phone with several accounts both move what is current. */
  private askForList(): void {
    const { connection } = this
    if (connection === null || this.line.is('off') || this.commanding) return
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
    const first = !this.line.is('ready')
    this.accounts = accounts
    const step = afterListing(this.calls, calls, this.deps.clock.now())
    this.take(step)
    if (first || step.lostSight) {
      this.deps.listener.reconciled(
        this.id,
        step.calls.map(({ ref }) => ref),
      )
    }
    if (first) this.line.ready()
    if (this.connection !== null && this.calls.length > 0)
      this.joining.learn(this.connection, () => this.deps.listener.healthChanged(this.health()))
  }

  private take(step: Pick<PhoneStep, 'calls' | 'reports'>): void {
    const { calls, reports } = this.legs.seen(this.calls, step)
    this.calls = calls
    this.outgoingSeen += reports.filter(({ direction }) => direction === 'outgoing').length
    for (const report of reports) this.deps.listener.reported(report)
  }

  private connectionEnded(failure: DialerFailure | null): void {
    this.connection = null
    this.stopPolling()
    this.listDone()
    const wasReady = this.line.is('ready')
    const { mono } = this.deps.clock.now()
    const lived = this.openedAt === null ? null : mono - this.openedAt
    this.openedAt = null
    this.joining.forget()
    this.joinable = null
    this.calls = afterDisconnect(this.calls)
    if (this.line.is('off')) {
      this.line.closed()
      return
    }
    this.history = historyAfter(this.history, { lived, failure })
    const wait = backoffMs(this.history.failuresInARow - 1, this.deps.random)
    this.line.retryAfter(wait, whyItEnded(this.history, failure, this.deps.address), () => this.connect())
    if (wasReady) this.deps.listener.callsUncertain(this.id)
  }
}
