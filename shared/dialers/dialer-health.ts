import type { Mono } from '../call/stopwatch.ts'

export const dialerIds = ['baresip', 'asterisk', 'push', 'manual', 'practice'] as const
export type DialerId = (typeof dialerIds)[number]

/** What a dialer can be asked to do; where a power is missing the agent does it on the dialer and marks it by hand. */
export interface DialerPowers {
  readonly answer: boolean
  readonly hold: boolean
  readonly hangUp: boolean
  /** Calls somebody real while nobody is on the line. */
  readonly dial: boolean
  /** Dials a second leg beside the caller's. */
  readonly consult: boolean
  /** `attended` joins the caller and a colleague who has answered; `blind` lets go first and may lose the caller. */
  readonly transfer: 'none' | 'blind' | 'attended'
}

export const noPowers: DialerPowers = { answer: false, hold: false, hangUp: false, dial: false, consult: false, transfer: 'none' }

export type DialerFailure =
  | {
      readonly kind: 'dialer.unreachable'
      readonly dialer: DialerId
      readonly host: string
      readonly port: number
      readonly cause: string
    }
  /** Another program holds the one control connection. */
  | { readonly kind: 'dialer.taken'; readonly dialer: DialerId; readonly host: string; readonly port: number }
  /** Something listens there, but it does not speak the dialer's protocol. */
  | { readonly kind: 'dialer.garbled'; readonly dialer: DialerId; readonly cause: string }
  | { readonly kind: 'dialer.silent'; readonly dialer: DialerId; readonly waitedMs: number }
  | { readonly kind: 'dialer.portInUse'; readonly dialer: DialerId; readonly port: number }
  | { readonly kind: 'dialer.off'; readonly dialer: DialerId }
  | { readonly kind: 'dialer.noSuchCall'; readonly dialer: DialerId }
  /** Somebody is on the line, and the phone might put them on hold for another call. */
  | { readonly kind: 'dialer.busy'; readonly dialer: DialerId }
  /** The agent's own phone, which rings first, could not be rung: nobody was called. */
  | { readonly kind: 'dialer.ownPhoneAway'; readonly dialer: DialerId }
  /** Such as joining two calls on a phone that cannot. */
  | { readonly kind: 'dialer.cannot'; readonly dialer: DialerId }
  | { readonly kind: 'dialer.notDiallable'; readonly dialer: DialerId; readonly number: string }
  | { readonly kind: 'dialer.notConfigured'; readonly dialer: DialerId; readonly missing: 'user' | 'secret' | 'channel' }
  /** The dialer took the command or the login and said no. */
  | { readonly kind: 'dialer.refused'; readonly dialer: DialerId; readonly said: string }

/** True of the connection as it stands; never stops it. */
export type DialerWarning =
  /** Anyone on the network can reach the dialer's unauthenticated control port at this address. */
  'control-port-exposed'

export interface DialerHealth {
  readonly dialer: DialerId
  readonly state: 'off' | 'connecting' | 'ready' | 'retrying'
  /** Why it is not ready; set only while `retrying`. */
  readonly failure: DialerFailure | null
  readonly retryAt: Mono | null
  readonly warnings: readonly DialerWarning[]
  readonly powers: DialerPowers
}

/** What a connection test saw. */
export interface DialerFindings {
  readonly dialer: DialerId
  /** Accounts the dialer is registered with, such as `sip:ana@example.org`. */
  readonly accounts: readonly string[]
  readonly callsNow: number
  readonly warnings: readonly DialerWarning[]
}
