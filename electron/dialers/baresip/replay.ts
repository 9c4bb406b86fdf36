import { readFileSync } from 'node:fs'
import type { Call } from '../../../shared/call/call.ts'
import type { CallReport } from '../../../shared/call/call-report.ts'
import { callAfter } from '../../../shared/call/call-transitions.ts'
import { type BaresipFrame, readFrame } from './baresip-codec.ts'
import { afterEvent } from './baresip-events.ts'
import { type ListedCall, readListing } from './baresip-listing.ts'
import { afterListing } from './baresip-reconciling.ts'
import type { PhoneCall } from './phone-call.ts'

/** One line of `captured-events.jsonl`: what a baresip 1.0.0 said and was told, verbatim. */
interface CapturedLine {
  readonly t: number
  readonly s: string
  readonly who?: string
  readonly dir?: string
  readonly msg?: unknown
  readonly mark?: string
}

export interface CapturedFrame {
  readonly at: number
  readonly frame: BaresipFrame
}

/** What the agent's phone said, by scenario. */
export function capturedScenarios(): ReadonlyMap<string, readonly CapturedFrame[]> {
  const text = readFileSync(new URL('./captured-events.jsonl', import.meta.url), 'utf8')
  const scenarios = new Map<string, CapturedFrame[]>()
  for (const line of text.split('\n').filter((row) => row !== '')) {
    const { t, s, who, dir, msg } = JSON.parse(line) as CapturedLine
    if (s !== '' && !scenarios.has(s)) scenarios.set(s, [])
    if ((who !== 'agent' && who !== 'agent-2nd') || dir !== '<-' || msg === undefined) continue
    const frame = readFrame(JSON.stringify(msg))
    if (frame.ok) scenarios.get(s)?.push({ at: t, frame: frame.value })
  }
  return scenarios
}

export interface Replayed {
  readonly reports: readonly CallReport[]
  readonly calls: readonly Call[]
  /** At each list the phone printed: what it showed, and what was believed once it was read. */
  readonly lists: readonly { readonly printed: readonly ListedCall[]; readonly believed: readonly Call[] }[]
}

/** From the phone's frames to the calls that the companion would show. */
export function replay(frames: readonly CapturedFrame[]): Replayed {
  let phone: readonly PhoneCall[] = []
  const reports: CallReport[] = []
  const lists: Replayed['lists'][number][] = []
  const calls = new Map<string, Call>()
  for (const { at, frame } of frames) {
    const now = { mono: at, wall: 1_790_000_000_000 + at }
    const printed = frame.kind === 'response' ? readListing(frame.response.data) : null
    if (frame.kind === 'response' && printed === null) continue
    const step =
      frame.kind === 'event'
        ? { lostSight: false, ...afterEvent(phone, frame.event, now) }
        : afterListing(phone, printed ?? [], now)
    const lost = step.lostSight ? phone.filter(({ ref }) => !step.calls.some((call) => call.ref === ref)).map(lostReport) : []
    phone = step.calls
    for (const report of [...step.reports, ...lost]) {
      reports.push(report)
      const call = callAfter(calls.get(report.ref) ?? null, report, now)
      if (call !== null) calls.set(report.ref, call)
    }
    if (printed !== null) lists.push({ printed, believed: [...calls.values()].filter(({ state }) => state !== 'ended') })
  }
  return { reports, calls: [...calls.values()], lists }
}

/** As the companion ends a call that is not among the reconciled. */
function lostReport({ ref }: PhoneCall): CallReport {
  return { type: 'call.ended', dialer: 'baresip', ref, end: { by: 'unknown', outcome: 'lost' } }
}
