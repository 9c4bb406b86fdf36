import { randomUUID } from 'node:crypto'
import { type Call, isOver, refOf, wasAnswered } from '../../../shared/call/call.ts'
import type { CallReport } from '../../../shared/call/call-report.ts'
import { farEndText } from '../../../shared/call/far-end-text.ts'

export const hooks = ['ringing', 'dialling', 'answered', 'ended', 'busy'] as const
export type Hook = (typeof hooks)[number]

interface OpenCall {
  readonly ref: string
  readonly direction: 'incoming' | 'outgoing'
  readonly answered: boolean
}

const refPrefix = 'hook-'

/**
 * Tells calls apart for dialers that say a number and nothing else.
 *
 * One call per number is open at a time. A number that rings again after its call was answered is a new call: the end of
 * the old one got lost on its way.
 */
export class HookCalls {
  private readonly open = new Map<string, OpenCall>()
  private readonly newRef: () => string

  constructor(known: readonly Call[] = [], newRef: () => string = randomUUID) {
    this.newRef = newRef
    for (const call of known) {
      const ref = refOf(call)
      if (isOver(call) || !ref.startsWith(refPrefix)) continue
      this.open.set(call.party.number, { ref, direction: call.direction, answered: wasAnswered(call) })
    }
  }

  /** `null` for the end of a call that nobody saw begin. */
  report(hook: Hook, argument: string): CallReport | null {
    const number = farEndText(argument)
    const known = this.open.get(number)
    switch (hook) {
      case 'ringing':
        return { type: 'call.ringing', ...this.about(number, this.begun(number, known, 'incoming')) }
      case 'dialling':
        return { type: 'call.dialling', ...this.about(number, this.begun(number, known, 'outgoing')) }
      case 'answered': {
        const call = { ...(known ?? this.fresh('incoming')), answered: true }
        this.open.set(number, call)
        return { type: 'call.answered', ...this.about(number, call) }
      }
      case 'ended':
        return this.ended(number, known, { by: 'far-end' })
      case 'busy':
        return this.ended(number, known, known?.direction === 'incoming' ? { by: 'agent' } : { by: 'far-end', outcome: 'busy' })
    }
  }

  private begun(number: string, known: OpenCall | undefined, direction: OpenCall['direction']): OpenCall {
    const call = known === undefined || known.answered ? this.fresh(direction) : known
    this.open.set(number, call)
    return call
  }

  private ended(
    number: string,
    known: OpenCall | undefined,
    end: Extract<CallReport, { type: 'call.ended' }>['end'],
  ): CallReport | null {
    if (known === undefined) return null
    this.open.delete(number)
    return { type: 'call.ended', ...this.about(number, known), end }
  }

  private fresh(direction: OpenCall['direction']): OpenCall {
    return { ref: `${refPrefix}${this.newRef()}`, direction, answered: false }
  }

  private about(number: string, { ref, direction }: OpenCall) {
    return { dialer: 'push', ref, direction, party: { name: '', number } } as const
  }
}
