import * as z from 'zod'
import type { Call, CallId, Party } from './call/call.ts'
import type { CallEvent } from './call/call-event.ts'
import { farEndText } from './call/far-end-text.ts'
import type { Mono } from './call/stopwatch.ts'
import { type Alarm, type ArmedCallback, armedCallback, armedCallbacks, callbackId } from './callbacks/alarm.ts'
import type { CallbackId } from './callbacks/callback.ts'
import { longestSnooze } from './callbacks/snooze-minutes.ts'
import type { DialerFailure, DialerFindings, DialerHealth } from './dialers/dialer-health.ts'
import type { JournalChange, JournalFailure, JournalPage, JournalPlace, JournalRange, JournalState } from './journal/journal.ts'
import { journalAppend, journalRead } from './journal/journal-requests.ts'
import type { Playbook } from './playbook/playbook.ts'
import type { PlaybookEntry, PlaybookFailure } from './playbook/playbook-entry.ts'
import type { PlaybookProblem } from './playbook/playbook-problem.ts'
import type { Result } from './result.ts'
import { type Settings, type SettingsChange, type SettingsFailure, settings, settingsChange } from './settings/settings.ts'
import { authorityLimit } from './transfer/authority-text.ts'
import { type Brief, type BriefContent, type BriefId, brief, briefContent, briefId } from './transfer/brief.ts'
import { type BriefRecord, briefStages, type FollowUp, type RecordedBrief } from './transfer/brief-record.ts'
import type { BriefFailure, HostedHub, HostingFailure, HubFailure, Team } from './transfer/team.ts'

/** What the renderer asks of the companion. Each request is parsed by `requestSchemas` before it is believed. */
export interface Requests {
  /** Everything a fresh window needs; broadcasts with a higher sequence number continue from it. */
  'companion.snapshot': { payload: null; answer: Snapshot }
  /** Takes a ringing call. */
  'call.answer': { payload: CallRequest; answer: Result<CommandEffect, DialerFailure> }
  'call.hold': { payload: CallRequest; answer: Result<CommandEffect, DialerFailure> }
  'call.resume': { payload: CallRequest; answer: Result<CommandEffect, DialerFailure> }
  'call.hangUp': { payload: CallRequest; answer: Result<CommandEffect, DialerFailure> }
  /** A call that is over is in the record, with its note if it was answered: the companion forgets it. */
  'call.recorded': { payload: CallRequest; answer: null }
  /** Dials a colleague as the second leg of this call, which the dialer puts on hold. */
  'consult.dial': { payload: ConsultRequest; answer: Result<CommandEffect, DialerFailure> }
  /** Ends the second leg and takes the caller back. */
  'consult.cancel': { payload: CallRequest; answer: Result<CommandEffect, DialerFailure> }
  /** Joins caller and colleague and leaves them alone; only a dialer whose `powers.transfer` is `attended` does it. */
  'consult.complete': { payload: CallRequest; answer: Result<CommandEffect, DialerFailure> }
  /** Sends the caller to a number unannounced: a colleague who does not pick up costs the caller. */
  'call.transferBlind': { payload: ConsultRequest; answer: Result<CommandEffect, DialerFailure> }
  /**
   * Dials somebody, on the first dialer that can; its call arrives like any other, outgoing, with this number.
   *
   * Refused while anybody is on that line, whom some phones would put on hold for it.
   */
  'call.dial': { payload: DialRequest; answer: Result<CommandEffect, DialerFailure> }
  /** A call on a dialer that Steadyline cannot see; it is live at once. */
  'call.startByHand': { payload: Party; answer: CallId }
  /** A scripted caller rings. */
  'practice.start': { payload: null; answer: CallId }
  /** Connects as the settings given would, says what it saw, and disconnects. */
  'dialer.test': { payload: DialerTest; answer: Result<DialerFindings, DialerFailure> }
  /** Replaces the token that pushing dialers must show; the old one stops working. The only time it is readable. */
  'push.newToken': { payload: null; answer: Result<{ token: string }, SettingsFailure> }
  /** What a text would be as a playbook; nothing is kept. The editor's preview. */
  'playbook.check': { payload: PlaybookText; answer: PlaybookCheck }
  /** The author's own text, for editing and export. */
  'playbook.text': { payload: PlaybookName; answer: Result<string, PlaybookFailure> }
  /** Replaces the text of one of the team's playbooks; refused, and nothing changed, when it cannot be read. */
  'playbook.save': { payload: PlaybookName & PlaybookText; answer: Result<PlaybookEntry, PlaybookFailure> }
  'playbook.import': { payload: PlaybookText; answer: Result<PlaybookEntry, PlaybookFailure> }
  /** Takes a text whose id is in use under the next free id and name. */
  'playbook.importCopy': { payload: PlaybookText; answer: Result<PlaybookEntry, PlaybookFailure> }
  'playbook.duplicate': { payload: PlaybookName; answer: Result<PlaybookEntry, PlaybookFailure> }
  /** Answers with the text that was removed, so that it can be brought back. */
  'playbook.remove': { payload: PlaybookName; answer: Result<string, PlaybookFailure> }
  /** Kept on this disk before it is answered, sent until the colleague's own application has it. The same id again is the same brief. */
  'brief.send': { payload: Brief; answer: Result<BriefRecord, BriefFailure> }
  /** The call went elsewhere: the colleague is told so. */
  'brief.withdraw': { payload: BriefRequest; answer: Result<BriefRecord, BriefFailure> }
  /** What became of the call after the colleague accepted. */
  'brief.followUp': { payload: BriefRequest & { followUp: FollowUp }; answer: Result<BriefRecord, BriefFailure> }
  /** The colleague's screen shows it. */
  'brief.read': { payload: BriefRequest; answer: Result<BriefRecord, BriefFailure> }
  'brief.answer': { payload: BriefAnswer; answer: Result<BriefRecord, BriefFailure> }
  /** The window has this state of the brief in its store; main forgets a settled one that is nowhere in flight. */
  'brief.recorded': { payload: RecordedBrief; answer: null }
  /** Posts the brief to the team's chat, where nobody can answer it. */
  'brief.post': { payload: BriefContent; answer: Result<null, BriefFailure> }
  /** Every open callback there is: what main has beside them is forgotten, and what it has of them goes on. */
  'alarms.arm': { payload: readonly ArmedCallback[]; answer: Result<null, AlarmFailure> }
  /** One callback that is new or moved. A moved one begins to ring anew; the same time again changes nothing. */
  'alarm.set': { payload: ArmedCallback; answer: Result<null, AlarmFailure> }
  /** Nobody has to call any more. */
  'alarm.clear': { payload: CallbackRequest; answer: Result<null, AlarmFailure> }
  /** Quiet for so long. */
  'alarm.snooze': { payload: CallbackRequest & { minutes: number }; answer: Result<Alarm, AlarmFailure> }
  /** Sends the deputy's brief now. */
  'alarm.handOver': { payload: CallbackRequest; answer: Result<BriefRecord, AlarmFailure | BriefFailure> }
  'presence.set': { payload: { self: Team['self'] }; answer: null }
  /** Connects as the settings given would, and disconnects. */
  'hub.test': { payload: HubTest; answer: Result<null, HubFailure> }
  /** Makes or renews a member of the hub hosted here; the password is readable only now. */
  'hub.admit': { payload: { user: string }; answer: Result<{ password: string }, HostingFailure> }
  'hub.expel': { payload: { user: string }; answer: Result<null, HostingFailure> }
  /** Keeps a secret sealed, or forgets it when it is empty; it can never be read back. */
  'secret.keep': { payload: { secret: SecretName; value: string }; answer: Result<null, SettingsFailure> }
  'settings.change': { payload: SettingsChange; answer: Result<Settings, SettingsFailure> }
  /** Free bytes on the disk that holds the notes, asked before the store is opened; null when the system does not say. */
  'storage.freeSpace': { payload: null; answer: { freeBytes: number | null } }
  /** The second copy of records: answered when all of them would survive that the power goes. */
  'journal.append': { payload: { changes: readonly JournalChange[] }; answer: Result<JournalRange, JournalFailure> }
  /** What the second copy has behind this number, a page at a time. */
  'journal.read': { payload: { after: number }; answer: Result<JournalPage, JournalFailure> }
  /** Where the second copy is, and how it stands now. */
  'journal.look': { payload: null; answer: JournalPlace }
  /** The same, once all of it was read: what is damaged is left behind, and the window fills it anew. */
  'journal.check': { payload: null; answer: JournalPlace }
  /** Writes the second copy anew, so that no text of a record that was removed or replaced is on the disk. */
  'journal.purge': { payload: null; answer: Result<null, JournalFailure> }
  /** Main's own files are written anew without these, which the window has removed; a brief on its way goes no further. */
  'records.forget': { payload: ForgottenRecords; answer: Result<null, ForgettingFailure> }
}

/** What the companion tells every window, numbered without gaps in one sequence over all channels. */
export interface Broadcasts {
  'call.happened': CallEvent
  /** A fact about a call that is no step in its life, such as that its dialer is away. */
  'call.amended': Call
  'dialer.health': DialerHealth
  'settings.changed': Settings
  'brief.changed': BriefRecord
  /** A brief that came in wants to be heard: once when it comes, once more when it stays unread. */
  'brief.rang': BriefRequest
  /** This person picked the brief in a notification of the system. */
  'brief.picked': BriefRequest
  /** One alarm as it now stands; `alarm` is null when there is nothing to tell of it: it waits for its time, or is no longer armed. */
  'alarm.changed': { readonly callbackId: CallbackId; readonly alarm: Alarm | null }
  /** It wants to be heard now. */
  'alarm.rang': Alarm
  /** This person picked the callback in a notification of the system. */
  'alarm.picked': { readonly callbackId: CallbackId; readonly action: NoticeAction | 'open' }
  /** The wall clock was put forward or back, the machine slept, or it is in another zone now. */
  'clock.jumped': null
  'team.changed': Team
  /** The hub hosted on this machine. */
  'hub.changed': HostedHub
  /** Secrets that are kept, after any change of them. */
  'secrets.changed': readonly SecretName[]
  /** The second copy has another fault, none any more, or goes on as another journal. */
  'journal.changed': JournalState
  /** All playbooks there are, after any change of them. */
  'playbooks.changed': readonly PlaybookEntry[]
  /** The line to the companion: `up` after each connection, also the first. Told by the bridge itself. */
  'link.changed': { readonly up: boolean }
}

export interface CallRequest {
  readonly callId: CallId
}

export interface ConsultRequest extends CallRequest {
  /** Never empty: an empty one redials on some dialers. */
  readonly number: string
}

export interface DialRequest {
  /** Never empty. */
  readonly number: string
  /**
   * `system` hands the number to the program that the system has for `tel:`, where the shell can; `practice` calls a scripted
   * person who answers.
   */
  readonly through: 'dialer' | 'system' | 'practice'
}

export interface CallbackRequest {
  readonly callbackId: CallbackId
}

export const noticeActions = ['call', 'snooze', 'handOver'] as const
export type NoticeAction = (typeof noticeActions)[number]

export type AlarmFailure =
  | { readonly kind: 'alarm.unknown' }
  /** It rings, but a restart of the companion would have forgotten it. */
  | { readonly kind: 'alarm.notKept'; readonly cause: string }
  | { readonly kind: 'alarm.noDeputy' }

export interface ForgottenRecords {
  readonly callbacks: readonly CallbackId[]
  readonly briefs: readonly BriefId[]
}

/** `cause` is the system's own word, such as `ENOSPC`; asking again is safe. */
export type ForgettingFailure = { readonly kind: 'records.notForgotten'; readonly cause: string }

export interface BriefRequest {
  readonly briefId: BriefId
}

export type BriefAnswer = BriefRequest &
  ({ readonly answer: 'accepted' | 'soon' } | { readonly answer: 'declined'; readonly reason: string })

/** A password left out is the one already kept. */
export interface HubTest {
  readonly url: string
  readonly user: string
  readonly password?: string | undefined
  /** PEM; empty or absent for the public authorities. */
  readonly authority?: string | undefined
}

export const secretNames = ['hubPassword', 'webhookUrl', 'asteriskSecret'] as const
export type SecretName = (typeof secretNames)[number]

/** Whether the dialer did it or it was only marked, because this dialer cannot be asked. */
export interface CommandEffect {
  readonly by: 'dialer' | 'hand'
}

export interface PlaybookName {
  readonly file: string
}

export interface PlaybookText {
  readonly text: string
}

export type PlaybookCheck = Result<
  { readonly playbook: Playbook; readonly warnings: readonly PlaybookProblem[] },
  readonly PlaybookProblem[]
>

export type DialerTest =
  | { readonly dialer: 'baresip'; readonly settings: Settings['baresip'] }
  /** A secret left out is the one already kept. */
  | { readonly dialer: 'asterisk'; readonly settings: Settings['asterisk']; readonly secret?: string | undefined }

export interface Snapshot {
  /** Number of the last broadcast this snapshot contains. */
  readonly seq: number
  readonly monoNow: Mono
  readonly calls: readonly Call[]
  readonly dialers: readonly DialerHealth[]
  readonly settings: Settings
  /** The usual one first. */
  readonly playbooks: readonly PlaybookEntry[]
  readonly team: Team
  readonly hub: HostedHub
  /** Every brief main still has: in flight, unanswered, or not yet recorded by a window. */
  readonly briefs: readonly BriefRecord[]
  /** Alarms that ring or have rung, or whose deputy has the brief; those that only wait are not told. */
  readonly alarms: readonly Alarm[]
  readonly secrets: readonly SecretName[]
  /** Where the second copy stood when this was asked. */
  readonly journal: JournalState
  readonly about: {
    readonly version: string
    readonly shell: 'desktop' | 'browser'
    readonly pushTokenExists: boolean
    /** Zone data of the companion's runtime, such as `2026a`; promises are resolved by the window's own. */
    readonly zoneData: string
  }
}

const callRequest = z.strictObject({ callId: z.string().min(1).max(300) })
const nothing = z.null()
const phoneNumber = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u)
const consultRequest = callRequest.extend({ number: phoneNumber })
const callbackRequest = z.strictObject({ callbackId })
const briefRequest = z.strictObject({ briefId })
const hubUser = z.string().max(64)
/** Above the limit of a playbook, so that one that is too big is told so and not just refused. */
const playbookText = z.string().max(6 * 1024 * 1024)
const maxForgotten = 100_000
const playbookFile = z.string().min(1).max(200)

export const requestSchemas: { readonly [Channel in RequestChannel]: z.ZodType<Requests[Channel]['payload']> } = {
  'companion.snapshot': nothing,
  'call.answer': callRequest,
  'call.hold': callRequest,
  'call.resume': callRequest,
  'call.hangUp': callRequest,
  'call.recorded': callRequest,
  'consult.dial': consultRequest,
  'consult.cancel': callRequest,
  'consult.complete': callRequest,
  'call.transferBlind': consultRequest,
  'call.dial': z.strictObject({ number: phoneNumber, through: z.enum(['dialer', 'system', 'practice']) }),
  'call.startByHand': z.strictObject({
    name: z.string().max(1000).transform(farEndText),
    number: z.string().max(1000).transform(farEndText),
  }),
  'practice.start': nothing,
  'dialer.test': z.discriminatedUnion('dialer', [
    z.strictObject({ dialer: z.literal('baresip'), settings: settings.shape.baresip.unwrap() }),
    z.strictObject({
      dialer: z.literal('asterisk'),
      settings: settings.shape.asterisk.unwrap(),
      secret: z.string().max(500).optional(),
    }),
  ]),
  'push.newToken': nothing,
  'playbook.check': z.strictObject({ text: playbookText }),
  'playbook.text': z.strictObject({ file: playbookFile }),
  'playbook.save': z.strictObject({ file: playbookFile, text: playbookText }),
  'playbook.import': z.strictObject({ text: playbookText }),
  'playbook.importCopy': z.strictObject({ text: playbookText }),
  'playbook.duplicate': z.strictObject({ file: playbookFile }),
  'playbook.remove': z.strictObject({ file: playbookFile }),
  'brief.send': brief,
  'brief.withdraw': briefRequest,
  'brief.followUp': briefRequest.extend({
    followUp: z.strictObject({
      note: z.string().max(20_000),
      outcome: z.string().max(200).nullable(),
      version: z.number().int().nonnegative(),
    }),
  }),
  'brief.read': briefRequest,
  'brief.answer': z.union([
    briefRequest.extend({ answer: z.enum(['accepted', 'soon']) }),
    briefRequest.extend({ answer: z.literal('declined'), reason: z.string().max(300) }),
  ]),
  'brief.recorded': briefRequest.extend({ stage: z.enum(briefStages), followUp: z.number().int().nonnegative().nullable() }),
  'brief.post': briefContent,
  'alarms.arm': armedCallbacks,
  'alarm.set': armedCallback,
  'alarm.clear': callbackRequest,
  'alarm.snooze': callbackRequest.extend({
    minutes: z.number().int().min(1).max(longestSnooze),
  }),
  'alarm.handOver': callbackRequest,
  'presence.set': z.strictObject({ self: z.enum(['available', 'away']) }),
  'hub.test': z.strictObject({
    url: z.string().max(500),
    user: hubUser,
    password: z.string().max(500).optional(),
    authority: z.string().max(authorityLimit).optional(),
  }),
  'hub.admit': z.strictObject({ user: hubUser }),
  'hub.expel': z.strictObject({ user: hubUser }),
  'secret.keep': z.strictObject({ secret: z.enum(secretNames), value: z.string().max(2000) }),
  'settings.change': settingsChange,
  'storage.freeSpace': nothing,
  'journal.append': journalAppend,
  'journal.read': journalRead,
  'journal.look': nothing,
  'journal.check': nothing,
  'journal.purge': nothing,
  'records.forget': z.strictObject({
    callbacks: z.array(callbackId).max(maxForgotten).readonly(),
    briefs: z.array(briefId).max(maxForgotten).readonly(),
  }),
}

/** The bridge: `window.companion` in every renderer, whichever shell it runs in. */
export interface CompanionBridge {
  /** Rejects with a `RequestRefused` message when the payload does not parse or the line is down. */
  request<Channel extends RequestChannel>(
    channel: Channel,
    payload: Requests[Channel]['payload'],
  ): Promise<Requests[Channel]['answer']>
  /** Returns its own off. */
  on<Channel extends BroadcastChannel>(channel: Channel, listener: BroadcastListener<Channel>): () => void
}

export type RequestChannel = keyof Requests
export type BroadcastChannel = keyof Broadcasts
export type BroadcastListener<Channel extends BroadcastChannel> = (payload: Broadcasts[Channel], seq: number) => void

/** One broadcast on the wire. */
export type Broadcast = {
  readonly [Channel in BroadcastChannel]: {
    readonly seq: number
    readonly channel: Channel
    readonly payload: Broadcasts[Channel]
  }
}[BroadcastChannel]

/** All broadcasts of one frame, in order: at high rates they travel as one message. */
export type Frame = readonly Broadcast[]
