import * as z from 'zod'
import type { Call, CallId, Party } from './call/call.ts'
import type { CallEvent } from './call/call-event.ts'
import { farEndText } from './call/far-end-text.ts'
import type { Mono } from './call/stopwatch.ts'
import type { DialerFailure, DialerFindings, DialerHealth } from './dialers/dialer-health.ts'
import type { Playbook } from './playbook/playbook.ts'
import type { PlaybookEntry, PlaybookFailure } from './playbook/playbook-entry.ts'
import type { PlaybookProblem } from './playbook/playbook-problem.ts'
import type { Result } from './result.ts'
import { type Settings, type SettingsChange, type SettingsFailure, settings, settingsChange } from './settings/settings.ts'

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
  'settings.change': { payload: SettingsChange; answer: Result<Settings, SettingsFailure> }
  /** Free bytes on the disk that holds the notes, asked before the store is opened; null when the system does not say. */
  'storage.freeSpace': { payload: null; answer: { freeBytes: number | null } }
}

/** What the companion tells every window, numbered without gaps in one sequence over all channels. */
export interface Broadcasts {
  'call.happened': CallEvent
  /** A fact about a call that is no step in its life, such as that its dialer is away. */
  'call.amended': Call
  'dialer.health': DialerHealth
  'settings.changed': Settings
  /** All playbooks there are, after any change of them. */
  'playbooks.changed': readonly PlaybookEntry[]
  /** The line to the companion: `up` after each connection, also the first. Told by the bridge itself. */
  'link.changed': { readonly up: boolean }
}

export interface CallRequest {
  readonly callId: CallId
}

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

export type DialerTest = { readonly dialer: 'baresip'; readonly settings: Settings['baresip'] }

export interface Snapshot {
  /** Number of the last broadcast this snapshot contains. */
  readonly seq: number
  readonly monoNow: Mono
  readonly calls: readonly Call[]
  readonly dialers: readonly DialerHealth[]
  readonly settings: Settings
  /** The usual one first. */
  readonly playbooks: readonly PlaybookEntry[]
  readonly about: { readonly version: string; readonly shell: 'desktop' | 'browser'; readonly pushTokenExists: boolean }
}

const callRequest = z.strictObject({ callId: z.string().min(1).max(300) })
const nothing = z.null()
/** Above the limit of a playbook, so that one that is too big is told so and not just refused. */
const playbookText = z.string().max(6 * 1024 * 1024)
const playbookFile = z.string().min(1).max(200)

export const requestSchemas: { readonly [Channel in RequestChannel]: z.ZodType<Requests[Channel]['payload']> } = {
  'companion.snapshot': nothing,
  'call.answer': callRequest,
  'call.hold': callRequest,
  'call.resume': callRequest,
  'call.hangUp': callRequest,
  'call.recorded': callRequest,
  'call.startByHand': z.strictObject({
    name: z.string().max(1000).transform(farEndText),
    number: z.string().max(1000).transform(farEndText),
  }),
  'practice.start': nothing,
  'dialer.test': z.strictObject({ dialer: z.literal('baresip'), settings: settings.shape.baresip.unwrap() }),
  'push.newToken': nothing,
  'playbook.check': z.strictObject({ text: playbookText }),
  'playbook.text': z.strictObject({ file: playbookFile }),
  'playbook.save': z.strictObject({ file: playbookFile, text: playbookText }),
  'playbook.import': z.strictObject({ text: playbookText }),
  'playbook.importCopy': z.strictObject({ text: playbookText }),
  'playbook.duplicate': z.strictObject({ file: playbookFile }),
  'playbook.remove': z.strictObject({ file: playbookFile }),
  'settings.change': settingsChange,
  'storage.freeSpace': nothing,
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
