import type { Colleague } from './colleague.ts'

export type Availability = 'available' | 'onCall' | 'away' | 'offline'

/** A colleague as the team's hub last told of them. */
export interface Presence {
  readonly person: Colleague
  readonly availability: Availability
  /** This machine's wall clock, ms since 1970; null where the hub only kept that they were so. */
  readonly since: number | null
  /** When they were last heard from, by this machine's wall clock; null when only the hub's memory speaks. */
  readonly seenAt: number | null
}

/** The line to the team's hub, and who can take a call. */
export interface Team {
  readonly link: HubLink
  /** Everybody who takes briefs, without this person. */
  readonly people: readonly Presence[]
  /** What this person is shown as to the team. */
  readonly self: 'available' | 'away'
}

/** A companion that knows nobody. */
export const noTeam: Team = { link: { state: 'off' }, people: [], self: 'available' }

/** `since` is this machine's wall clock, ms since 1970. */
export type HubLink =
  | { readonly state: 'off' }
  | { readonly state: 'connecting' }
  | { readonly state: 'up'; readonly since: number }
  | { readonly state: 'down'; readonly since: number; readonly failure: HubFailure }

export type HubFailure =
  | { readonly kind: 'hub.unreachable'; readonly url: string; readonly cause: string }
  /** Unknown user or wrong password. */
  | { readonly kind: 'hub.refused'; readonly url: string }
  /** The certificate is expired, for another host, or not trusted. */
  | { readonly kind: 'hub.certificate'; readonly url: string; readonly cause: string }
  /** What was given to know the hub's certificate by. */
  | { readonly kind: 'hub.authority'; readonly problem: AuthorityProblem }
  | { readonly kind: 'hub.notConfigured'; readonly missing: 'url' | 'user' | 'password' }

/** `notPem` is also a certificate that is broken; `notAnAuthority` is one that somebody else signed. */
export type AuthorityProblem = 'key' | 'notPem' | 'notAnAuthority' | 'expired'

export type BriefFailure =
  /** No hub is set up, or this person is nobody there. */
  | { readonly kind: 'brief.noHub' }
  /** It could not be written to this disk, so it was not sent. */
  | { readonly kind: 'brief.notKept'; readonly cause: string }
  | { readonly kind: 'brief.unknown' }
  | { readonly kind: 'brief.noWebhook' }
  | { readonly kind: 'brief.webhookRefused'; readonly status: number | null; readonly cause: string }

/** The hub this machine hosts. */
export type HostedHub =
  | { readonly state: 'off' }
  | { readonly state: 'starting' }
  | {
      readonly state: 'running'
      /** What colleagues type, such as `mqtt://192.168.1.20:1883`. */
      readonly urls: readonly string[]
      readonly encrypted: boolean
      readonly members: readonly string[]
    }
  | { readonly state: 'failed'; readonly failure: HostingFailure }

export type HostingFailure =
  | { readonly kind: 'hosting.portInUse'; readonly port: number }
  | { readonly kind: 'hosting.certificate'; readonly cause: string }
  | { readonly kind: 'hosting.disk'; readonly cause: string }
  /** An open network without certificates would carry briefs in the clear. */
  | { readonly kind: 'hosting.needsCertificate' }
  | { readonly kind: 'hosting.failed'; readonly cause: string }
