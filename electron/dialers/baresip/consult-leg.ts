import type { CallReport } from '../../../shared/call/call-report.ts'
import type { PhoneCall } from './phone-call.ts'

/** A colleague who is being dialled and has not appeared among the calls yet. */
export interface ExpectedLeg {
  /** Ref of the caller's call. */
  readonly consultFor: string
  readonly number: string
}

interface Step {
  readonly calls: readonly PhoneCall[]
  readonly reports: readonly CallReport[]
}

/** Knows the second leg of a consultation among the calls that appear. */
export class LegWatch {
  private expected: ExpectedLeg | null = null

  /** Returns what stops waiting for it and says whether it appeared. */
  expect(leg: ExpectedLeg): () => boolean {
    this.expected = leg
    return () => {
      const appeared = this.expected === null
      this.expected = null
      return appeared
    }
  }

  /**
   * The step with a leg that appears in it known as the consultation that it is.
   *
   * One that was not asked for was dialled on the phone itself: it is about the call that was answered last.
   */
  seen(before: readonly PhoneCall[], { calls, reports }: Step): Step {
    const fresh = reports.filter(({ ref, direction }) => direction !== 'incoming' && !before.some((call) => call.ref === ref))
    const asked = this.expected === null ? undefined : fresh.find(({ party }) => party?.number === this.expected?.number)
    const leg = asked ?? fresh.find(({ type }) => type === 'call.dialling')
    const consultFor = asked === undefined ? answeredLast(before) : this.expected?.consultFor
    if (asked !== undefined) this.expected = null
    if (leg === undefined || consultFor === undefined) return { calls, reports }
    return {
      calls: calls.map((call) => (call.ref === leg.ref ? { ...call, consultFor } : call)),
      reports: reports.map((report) => (report.ref === leg.ref ? { ...report, consultFor } : report)),
    }
  }
}

function answeredLast(calls: readonly PhoneCall[]): string | undefined {
  return calls.findLast(({ phase, consultFor }) => phase === 'answered' && consultFor === null)?.ref
}
