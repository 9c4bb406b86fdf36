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

/** The same step, with what was found out about a leg in it. */
interface LegStep extends Step {
  /** The expected one is among the reports. */
  readonly appeared: boolean
}

/**
 * The step with a leg that appears in it known as the consultation that it is.
 *
 * One that was not asked for was dialled on the phone itself: it is about the call that was answered last.
 */
export function withLeg(before: readonly PhoneCall[], { calls, reports }: Step, expected: ExpectedLeg | null): LegStep {
  const fresh = reports.filter(({ ref, direction }) => direction !== 'incoming' && !before.some((call) => call.ref === ref))
  const asked = expected === null ? undefined : fresh.find(({ party }) => party?.number === expected.number)
  const leg = asked ?? fresh.find(({ type }) => type === 'call.dialling')
  const consultFor = asked === undefined ? answeredLast(before) : expected?.consultFor
  if (leg === undefined || consultFor === undefined) return { calls, reports, appeared: false }
  return {
    calls: calls.map((call) => (call.ref === leg.ref ? { ...call, consultFor } : call)),
    reports: reports.map((report) => (report.ref === leg.ref ? { ...report, consultFor } : report)),
    appeared: asked !== undefined,
  }
}

function answeredLast(calls: readonly PhoneCall[]): string | undefined {
  return calls.findLast(({ phase, consultFor }) => phase === 'answered' && consultFor === null)?.ref
}
