import { type Call, isOver, refOf } from '../../../shared/call/call.ts'
import type { ListedCall } from './baresip-listing.ts'
import { partyOf } from './baresip-party.ts'

/** What is believed of one call on the phone. */
export interface PhoneCall {
  readonly ref: string
  /** The phone's own id; null while the call was only seen in a list. */
  readonly id: string | null
  readonly account: string | null
  /** As the phone writes it; null for a call that is only remembered from the last run. */
  readonly peer: string | null
  readonly number: string
  readonly phase: 'ringing' | 'dialling' | 'answered'
  readonly onHold: boolean
  /** Rings, and would be on hold if it were answered: 1.0.0 does that to all other ringing calls when one is taken. */
  readonly setAside: boolean
  /** Never changes while the call lives; null until a list showed it. */
  readonly line: number | null
  readonly transferFailed: boolean
  /** Ref of the call this one consults about. */
  readonly consultFor: string | null
  /** Wall clock. */
  readonly answeredAt: number | null
  /** Known from before this connection: whether it is still the same call is for its duration to say. */
  readonly remembered: boolean
}

/** Begins a ref that we made up for a call whose id the phone had not told. */
export const foundPrefix = 'found-'

/** Milliseconds by which a duration may be short of what we know: the phone counts whole seconds from its own start. */
const slack = 5_000

const phaseOf = { ringing: 'ringing', dialling: 'dialling', live: 'answered', held: 'answered', ended: 'answered' } as const

export function rememberedCalls(known: readonly Call[]): readonly PhoneCall[] {
  return known
    .filter((call) => !isOver(call))
    .map((call) => {
      const ref = refOf(call)
      return {
        ref,
        id: ref.startsWith(foundPrefix) ? null : ref,
        account: null,
        peer: null,
        number: call.party.number,
        phase: phaseOf[call.state],
        onHold: call.state === 'held',
        setAside: false,
        line: null,
        transferFailed: false,
        consultFor: call.consultFor === null ? null : call.consultFor.slice(call.dialer.length + 1),
        answeredAt: call.answeredAt,
        remembered: true,
      }
    })
}

/** Whether this line of a list can be this call. */
export function couldBe(call: PhoneCall, listed: ListedCall, wallNow: number): boolean {
  if (call.id !== null && listed.id !== null) return call.id === listed.id
  if (call.line !== null && call.line !== listed.line) return false
  if (!sameAccount(call.account, listed.account)) return false
  if (call.peer === null ? call.number !== partyOf(listed.peer).number : call.peer !== listed.peer) return false
  if (listed.phase === 'answered') return !isYounger(call, listed, wallNow)
  return call.phase !== 'answered' && (listed.phase === 'early' || listed.phase === call.phase)
}

function isYounger(call: PhoneCall, listed: ListedCall, wallNow: number): boolean {
  return call.remembered && call.answeredAt !== null && listed.answeredFor < wallNow - call.answeredAt - slack
}

/** Newer versions leave the port out where they list accounts. */
function sameAccount(one: string | null, other: string | null): boolean {
  return one === null || other === null || withoutPort(one) === withoutPort(other)
}

function withoutPort(aor: string): string {
  return aor.replace(/:\d+$/, '')
}
