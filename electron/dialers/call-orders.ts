import { randomUUID } from 'node:crypto'
import { type Call, type CallId, isOver, refOf } from '../../shared/call/call.ts'
import type { CallReport, EndReport } from '../../shared/call/call-report.ts'
import type { CommandEffect, DialRequest } from '../../shared/contract.ts'
import type { DialerFailure, DialerId } from '../../shared/dialers/dialer-health.ts'
import { telUri } from '../../shared/dialers/tel-uri.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { CallCommand, Dialer } from './dialer.ts'

type Ordered = Promise<Result<CommandEffect, DialerFailure>>

export interface OrderedCalls {
  find(id: CallId): Call | undefined
  calls(): readonly Call[]
  report(report: CallReport): void
}

/** Ways to call somebody while nobody is on the line. */
export interface CallingWays {
  /** The first dialer that can, and is ready. */
  dialer(): Dialer | undefined
  /** The program that the system has for `tel:`; false where there is none. */
  system(number: string): Promise<boolean>
}

const reportFor = { answer: 'call.answered', hold: 'call.held', resume: 'call.resumed' } as const
const powerFor = { answer: 'answer', hold: 'hold', resume: 'hold', hangUp: 'hangUp' } as const

/** Begins the ref of a second leg that the agent dialled on a phone that cannot be asked to. */
const byHandPrefix = 'by-hand-'

/**
 * Carries out what the agent asks for: the dialer does it where it has the power, and it is marked where the agent does it
 * on the phone.
 *
 * A consultation marked by hand gets a leg of its own, so that the screen, its clocks and the record are the same whoever dialled.
 */
export class CallOrders {
  readonly #calls: OrderedCalls
  readonly #find: (id: DialerId) => Dialer | undefined
  readonly #calling: CallingWays
  /** Legs marked by hand whose dialer then told of them itself: its ref, and the leg's. */
  readonly #standIns = new Map<CallId, string>()

  constructor(calls: OrderedCalls, find: (id: DialerId) => Dialer | undefined, calling: CallingWays) {
    this.#calls = calls
    this.#find = find
    this.#calling = calling
  }

  /** What a dialer tells, with its word about a leg already marked by hand laid on that leg. */
  reported(report: CallReport): void {
    const id = `${report.dialer}:${report.ref}`
    if (!this.#standIns.has(id) && this.#calls.find(id) === undefined && isDialled(report)) {
      const taken = new Set(this.#standIns.values())
      const leg = this.#calls
        .calls()
        .find((call) => call.dialer === report.dialer && isByHand(call) && !isOver(call) && !taken.has(refOf(call)))
      if (leg) this.#standIns.set(id, refOf(leg))
    }
    this.#calls.report({ ...report, ref: this.#standIns.get(id) ?? report.ref })
    if (report.type === 'call.ended') this.#standIns.delete(id)
  }

  async command(order: CallCommand, id: CallId): Ordered {
    const call = this.#calls.find(id)
    if (call === undefined) return noSuchCall('manual')
    const dialer = this.#find(call.dialer)
    const health = dialer?.health()
    if (dialer && !isByHand(call) && health?.powers[powerFor[order]] && (health.state === 'ready' || order !== 'hangUp'))
      return byDialer(await dialer.command(order, refOf(call)))
    if (order === 'hangUp') this.#end(call, { by: 'agent' })
    else this.#calls.report({ type: reportFor[order], ...about(call) })
    return byHand
  }

  async dialConsult(id: CallId, number: string): Ordered {
    const call = this.#calls.find(id)
    if (call === undefined || !isOnTheLine(call)) return noSuchCall(call?.dialer ?? 'manual')
    if (this.#legOf(id)) return failed({ kind: 'dialer.cannot', dialer: call.dialer })
    const dialer = this.#find(call.dialer)
    if (dialer?.health().powers.consult) return byDialer(await dialer.dial('consult', refOf(call), number))
    this.#calls.report({ type: 'call.held', ...about(call) })
    this.#calls.report({
      type: 'call.dialling',
      dialer: call.dialer,
      ref: `${byHandPrefix}${randomUUID()}`,
      direction: 'outgoing',
      party: { name: '', number },
      consultFor: refOf(call),
    })
    return byHand
  }

  async dial(number: string, through: DialRequest['through']): Ordered {
    if (through === 'system') return this.#dialBySystem(number)
    const dialer = through === 'practice' ? this.#find('practice') : this.#calling.dialer()
    return dialer === undefined ? cannotCall : byDialer(await dialer.call(number))
  }

  async cancelConsult(id: CallId): Ordered {
    const call = this.#calls.find(id)
    const leg = this.#legOf(id)
    if (call === undefined || leg === undefined) return noSuchCall(call?.dialer ?? 'manual')
    if (isOver(call)) return this.command('hangUp', leg.id)
    const dialer = this.#find(call.dialer)
    if (dialer?.health().powers.consult) return byDialer(await dialer.command('cancelConsult', refOf(call)))
    this.#end(leg, { by: 'agent' })
    this.#calls.report({ type: 'call.resumed', ...about(call) })
    return byHand
  }

  async completeConsult(id: CallId): Ordered {
    const call = this.#calls.find(id)
    const leg = this.#legOf(id)
    if (call === undefined || isOver(call) || leg === undefined) return noSuchCall(call?.dialer ?? 'manual')
    const dialer = this.#find(call.dialer)
    const powers = dialer?.health().powers
    if (dialer && powers?.transfer === 'attended') return byDialer(await dialer.command('completeTransfer', refOf(call)))
    if (powers?.consult) return failed({ kind: 'dialer.cannot', dialer: call.dialer })
    this.#end(leg, { by: 'agent', outcome: 'transferred' })
    this.#end(call, { by: 'agent', outcome: 'transferred' })
    return byHand
  }

  async transferBlind(id: CallId, number: string): Ordered {
    const call = this.#calls.find(id)
    if (call === undefined || !isOnTheLine(call)) return noSuchCall(call?.dialer ?? 'manual')
    const dialer = this.#find(call.dialer)
    if (dialer && dialer.health().powers.transfer !== 'none')
      return byDialer(await dialer.dial('transferBlind', refOf(call), number))
    const leg = this.#legOf(id)
    if (leg) this.#end(leg, { by: 'agent' })
    this.#end(call, { by: 'agent', outcome: 'transferred' })
    return byHand
  }

  /** The system's program may be any of the phones, so that nobody may be on any of them. */
  async #dialBySystem(number: string): Ordered {
    const busy = this.#calls.calls().find((call) => !isOver(call) && call.dialer !== 'practice')
    if (busy) return failed({ kind: 'dialer.busy', dialer: busy.dialer })
    if (telUri(number) === null) return failed({ kind: 'dialer.notDiallable', dialer: 'manual', number })
    return (await this.#calling.system(number)) ? byHand : cannotCall
  }

  #legOf(id: CallId): Call | undefined {
    return this.#calls.calls().find((call) => call.consultFor === id && !isOver(call))
  }

  #end(call: Call, end: EndReport): void {
    this.#calls.report({ type: 'call.ended', ...about(call), end })
  }
}

const byHand = success<CommandEffect>({ by: 'hand' })
const cannotCall = failed<DialerFailure>({ kind: 'dialer.cannot', dialer: 'manual' })

function byDialer(done: Result<null, DialerFailure>): Result<CommandEffect, DialerFailure> {
  return done.ok ? success({ by: 'dialer' }) : done
}

function noSuchCall(dialer: DialerId): Result<CommandEffect, DialerFailure> {
  return failed({ kind: 'dialer.noSuchCall', dialer })
}

function about(call: Call): Pick<CallReport, 'dialer' | 'ref'> {
  return { dialer: call.dialer, ref: refOf(call) }
}

function isByHand(call: Call): boolean {
  return refOf(call).startsWith(byHandPrefix)
}

function isDialled({ type, direction }: CallReport): boolean {
  return type === 'call.dialling' || (direction === 'outgoing' && type !== 'call.ended')
}

function isOnTheLine({ state }: Call): boolean {
  return state === 'live' || state === 'held'
}
