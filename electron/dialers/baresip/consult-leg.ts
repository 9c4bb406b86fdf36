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

/** The step with the expected leg, if it is in it, known as the consultation that it is. */
export function withLeg<Taken extends Step>(before: readonly PhoneCall[], step: Taken, expected: ExpectedLeg | null): Taken {
  const ref = expected === null ? undefined : legIn(before, step, expected)
  if (expected === null || ref === undefined) return step
  const { consultFor } = expected
  return {
    ...step,
    calls: step.calls.map((call) => (call.ref === ref ? { ...call, consultFor } : call)),
    reports: step.reports.map((report) => (report.ref === ref ? { ...report, consultFor } : report)),
  }
}

/** Its first report, which may also be its last: a phone that cannot reach a number says so in one event. */
function legIn(before: readonly PhoneCall[], { reports }: Step, { number }: ExpectedLeg): string | undefined {
  return reports.find(
    ({ ref, direction, party }) =>
      direction !== 'incoming' && party?.number === number && !before.some((call) => call.ref === ref),
  )?.ref
}
