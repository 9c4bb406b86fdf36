import type { Call } from '../../../shared/call/call.ts'
import type { CallReport } from '../../../shared/call/call-report.ts'
import type { DialerFailure, DialerHealth } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import type { Settings } from '../../../shared/settings/settings.ts'
import { backoffMs } from '../../backoff.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import type { Dialer, DialerCommand, DialerErrand, DialerListener } from '../dialer.ts'
import { LineKeeper } from '../line-keeper.ts'
import { type AgentCall, legOf, type PbxStep, rememberedCalls } from './agent-call.ts'
import { afterEvent, type ExpectedCall, type Watch } from './agent-calls.ts'
import { AmiConnection } from './ami-connection.ts'
import type { AmiEvent } from './ami-events.ts'
import { afterListing } from './channel-list.ts'
import { ChannelListing } from './channel-listing.ts'
import { orderRefused } from './order-refused.ts'
import {
  type AmiErrand,
  type AwaitedLeg,
  blindTransfer,
  callOut,
  cancelConsult,
  completeTransfer,
  consult,
  hangUp,
} from './pbx-errands.ts'

export interface AsteriskDialerDeps {
  readonly settings: Settings['asterisk']
  /** Null when none is kept. */
  readonly secret: string | null
  readonly listener: DialerListener
  readonly clock: Clock
  readonly log: Log
  readonly timers?: Timers
  /** From 0 up to 1, as `Math.random`. */
  readonly random?: () => number
}

/** A phone behind Asterisk is answered and held on the phone: the manager interface reaches the PBX, not the device. */
const powers = { answer: false, hold: false, hangUp: true, dial: true, consult: true, transfer: 'attended' } as const

type Done = Promise<Result<null, DialerFailure>>
type Expecting = Omit<Watch, 'device'>

const nobody: Expecting = { expected: null, calling: null }

/** Milliseconds; a wrong secret tried again and again gets this machine's address banned. */
const refusedWait = 60_000
const listTimeout = 10_000

/** Follows the agent's own device at an Asterisk, over its manager interface. */
export class AsteriskDialer implements Dialer {
  readonly id = 'asterisk'
  private readonly deps: Required<AsteriskDialerDeps>
  private readonly line: LineKeeper
  private connection: AmiConnection | null = null
  private listing = new ChannelListing()
  private calls: readonly AgentCall[] = []
  private expecting: Expecting = nobody
  private came: (came: Result<null, DialerFailure>) => void = () => {}
  private eventsTaken = 0
  private failuresInARow = 0
  private commands: Promise<unknown> = Promise.resolve()

  constructor(deps: AsteriskDialerDeps) {
    this.deps = { timers: systemTimers, random: Math.random, ...deps }
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
    const { connection } = this
    await this.line.stop(connection && ((why) => connection.drop(why)))
  }

  health(): DialerHealth {
    return { dialer: this.id, ...this.line.standing, warnings: [], powers }
  }

  call(number: string): Done {
    return this.inTurn((connection) => {
      if (this.calls.length > 0) return Promise.resolve(failed({ kind: 'dialer.busy', dialer: this.id }))
      const { channel: device, context } = this.deps.settings
      const expectCall = (ms: number, call: ExpectedCall) => this.awaited(ms, { ...nobody, calling: call })
      return callOut({ connection, device, context, expectCall }, number)
    })
  }

  command(command: DialerCommand, ref: string): Done {
    return this.inTurnOn(ref, (errand) => {
      switch (command) {
        case 'hangUp':
          return hangUp(errand)
        case 'cancelConsult':
          return cancelConsult(errand)
        case 'completeTransfer':
          return completeTransfer(errand)
        default:
          return Promise.resolve(failed({ kind: 'dialer.cannot', dialer: this.id }))
      }
    })
  }

  dial(errand: DialerErrand, ref: string, number: string): Done {
    return this.inTurnOn(ref, (pbx) => (errand === 'consult' ? consult(pbx, number) : blindTransfer(pbx, number)))
  }

  private inTurnOn(ref: string, act: (errand: AmiErrand) => Done): Done {
    return this.inTurn((connection) => {
      const call = this.calls.find((other) => other.ref === ref)
      if (call === undefined) return Promise.resolve(failed({ kind: 'dialer.noSuchCall', dialer: this.id }))
      return act(this.errand(connection, call))
    })
  }

  private inTurn(act: (connection: AmiConnection) => Done): Done {
    const result = this.commands.then(async () => {
      const { connection } = this
      if (connection === null || !this.line.is('ready')) return failed(this.line.whyNot())
      return act(connection)
    })
    this.commands = result
    return result
  }

  private errand(connection: AmiConnection, call: AgentCall): AmiErrand {
    return {
      connection,
      call,
      leg: legOf(this.calls, call),
      context: this.deps.settings.context,
      endsByAgent: ({ ref }, agentHungUp) => {
        this.calls = this.calls.map((other) => (other.ref === ref ? { ...other, agentHungUp } : other))
      },
      expectLeg: (ms, number) => this.awaited(ms, { ...nobody, expected: { consultFor: call.ref, number } }),
    }
  }

  private awaited(ms: number, expecting: Expecting): AwaitedLeg {
    let settle: (came: Result<null, DialerFailure>) => void = () => {}
    const appeared = new Promise<Result<null, DialerFailure>>((resolve) => {
      settle = (came) => {
        late()
        this.expecting = nobody
        resolve(came)
      }
    })
    const silent = failed({ kind: 'dialer.silent', dialer: this.id, waitedMs: ms } as const)
    const late = this.deps.timers.after(ms, () => settle(silent))
    this.expecting = expecting
    this.came = settle
    return { appeared, forget: () => settle(silent) }
  }

  private connect(): void {
    const { settings, secret, timers, log } = this.deps
    const missing = missingIn(settings, secret)
    if (missing !== null || secret === null) {
      this.line.cannot({ kind: 'dialer.notConfigured', dialer: this.id, missing: missing ?? 'secret' })
      return
    }
    this.line.connecting()
    const address = { host: settings.host, port: settings.port }
    const connection = new AmiConnection(
      address,
      { user: settings.user, secret },
      { timers, log },
      {
        opened: () => void this.reconcile(connection),
        heard: (event) => this.heard(event),
        closed: (failure) => this.connectionEnded(failure),
      },
    )
    this.connection = connection
  }

  /** A list is taken only when nothing happened to the agent's calls while it was made; otherwise it is asked for again. */
  private async reconcile(connection: AmiConnection): Promise<void> {
    const late = this.deps.timers.after(listTimeout, () =>
      connection.drop({ kind: 'dialer.silent', dialer: this.id, waitedMs: listTimeout }),
    )
    let quiet = false
    while (!quiet) {
      const before = this.eventsTaken
      const listed = await this.listing.ask(connection, (channels) => {
        quiet = this.eventsTaken === before
        if (!quiet) return
        this.take(afterListing(this.calls, channels, this.deps.settings.channel))
        const refs = this.calls.map(({ ref }) => ref)
        this.deps.listener.reconciled(this.id, refs)
      })
      if (!listed.ok) {
        late()
        return connection.drop(listed.failure)
      }
    }
    late()
    this.failuresInARow = 0
    this.line.ready()
  }

  private heard(event: AmiEvent): void {
    if (this.listing.took(event)) return
    const refusal = orderRefused(event, this.expecting.calling)
    if (refusal !== null) this.came(failed(refusal))
    const step = afterEvent(this.calls, event, { device: this.deps.settings.channel, ...this.expecting })
    if (step.calls === this.calls && step.reports.length === 0) return
    this.eventsTaken += 1
    this.take(step)
    if (step.reports.some((report) => isExpected(report, this.expecting))) this.came(success(null))
  }

  private take({ calls, reports }: PbxStep): void {
    this.calls = calls
    for (const report of reports) this.deps.listener.reported(report)
  }

  private connectionEnded(failure: DialerFailure): void {
    const wasReady = this.line.is('ready')
    this.connection = null
    this.listing = new ChannelListing()
    if (this.line.is('off')) {
      this.line.closed()
      return
    }
    const wait = failure.kind === 'dialer.refused' ? refusedWait : backoffMs(this.failuresInARow, this.deps.random)
    this.failuresInARow += 1
    this.line.retryAfter(wait, failure, () => this.connect())
    if (wasReady) this.deps.listener.callsUncertain(this.id)
  }
}

function isExpected({ ref, consultFor }: CallReport, { calling }: Expecting): boolean {
  return consultFor !== undefined || ref === calling?.uniqueid
}

export function missingIn({ user, channel }: Settings['asterisk'], secret: string | null): 'user' | 'secret' | 'channel' | null {
  if (user === '') return 'user'
  if (secret === null) return 'secret'
  return channel === '' ? 'channel' : null
}
