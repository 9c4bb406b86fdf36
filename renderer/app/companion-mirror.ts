import type { Call } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import type { Mono } from '../../shared/call/stopwatch.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { Broadcast, BroadcastChannel, CompanionBridge, Snapshot } from '../../shared/contract.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { noTeam } from '../../shared/transfer/team.ts'
import type { Mirror } from './steadyline.ts'

export interface MirrorListener {
  happened(event: CallEvent): void
  amended(call: Call): void
  /** Also told for each brief of a snapshot. */
  briefChanged(brief: BriefRecord): void
  alarmChanged(id: CallbackId): void
  clockJumped(): void
  /** After each snapshot: these are the calls there are, wherever they stand. */
  caughtUp(calls: readonly Call[]): void
}

export interface CompanionMirror {
  readonly state: Readable<Mirror>
  readonly alarms: Readable<Mirror['alarms']>
  now(): Mono
  start(listener: MirrorListener): void
}

const channels = [
  'call.happened',
  'call.amended',
  'dialer.health',
  'settings.changed',
  'playbooks.changed',
  'brief.changed',
  'brief.rang',
  'brief.picked',
  'alarm.changed',
  'alarm.rang',
  'alarm.picked',
  'clock.jumped',
  'team.changed',
  'hub.changed',
  'secrets.changed',
  'journal.changed',
] as const satisfies readonly BroadcastChannel[]

/**
 * Follows the companion: a snapshot first, then every broadcast in sequence.
 *
 * A gap in the numbers, or a new line, asks for a snapshot again; broadcasts that arrive meanwhile wait for it.
 */
export function createCompanionMirror(bridge: CompanionBridge, localNow: () => Mono = () => performance.now()): CompanionMirror {
  const state = writable<Mirror>({
    link: 'connecting',
    dialers: [],
    settings: defaultSettings,
    playbooks: [],
    team: noTeam,
    hub: { state: 'off' },
    secrets: [],
    alarms: [],
    about: { version: '', shell: 'browser', pushTokenExists: false, zoneData: '' },
  })
  let listener: MirrorListener | undefined
  let seq: number | null = null
  let early: Broadcast[] = []
  let clockOffset = 0
  let asking = 0

  async function catchUp(): Promise<void> {
    seq = null
    asking += 1
    const ask = asking
    const askedAt = localNow()
    const snapshot = await bridge.request('companion.snapshot', null).catch(() => null)
    if (snapshot === null || ask !== asking) return
    clockOffset = snapshot.monoNow - (askedAt + localNow()) / 2
    adopt(snapshot)
  }

  function adopt(snapshot: Snapshot): void {
    const { calls, briefs, dialers, settings, playbooks, team, hub, secrets, alarms, about } = snapshot
    seq = snapshot.seq
    state.set({ link: 'up', dialers, settings, playbooks, team, hub, secrets, alarms, about })
    listener?.caughtUp(calls)
    for (const brief of briefs) listener?.briefChanged(brief)
    const waiting = early
    early = []
    for (const broadcast of waiting) receive(broadcast)
  }

  function receive(broadcast: Broadcast): void {
    if (seq === null) early.push(broadcast)
    else if (broadcast.seq === seq + 1) {
      seq = broadcast.seq
      apply(broadcast)
    } else if (broadcast.seq > seq) {
      early = []
      void catchUp()
    }
  }

  function apply(broadcast: Broadcast): void {
    const mirror = state.get()
    switch (broadcast.channel) {
      case 'call.happened':
        listener?.happened(broadcast.payload)
        break
      case 'call.amended':
        listener?.amended(broadcast.payload)
        break
      case 'dialer.health': {
        const { payload } = broadcast
        state.set({ ...mirror, dialers: [...mirror.dialers.filter(({ dialer }) => dialer !== payload.dialer), payload] })
        break
      }
      case 'settings.changed':
        state.set({ ...mirror, settings: broadcast.payload })
        break
      case 'playbooks.changed':
        state.set({ ...mirror, playbooks: broadcast.payload })
        break
      case 'brief.changed':
        listener?.briefChanged(broadcast.payload)
        break
      case 'alarm.changed': {
        const { callbackId, alarm } = broadcast.payload
        const others = mirror.alarms.filter((other) => other.callbackId !== callbackId)
        state.set({ ...mirror, alarms: (alarm === null ? others : [...others, alarm]).toSorted((a, b) => a.at - b.at) })
        listener?.alarmChanged(callbackId)
        break
      }
      case 'team.changed':
        state.set({ ...mirror, team: broadcast.payload })
        break
      case 'hub.changed':
        state.set({ ...mirror, hub: broadcast.payload })
        break
      case 'secrets.changed':
        state.set({ ...mirror, secrets: broadcast.payload })
        break
      case 'clock.jumped':
        listener?.clockJumped()
        break
      case 'alarm.rang':
      case 'alarm.picked':
      case 'brief.rang':
      case 'brief.picked':
      case 'journal.changed':
      case 'link.changed':
        break
    }
  }

  return {
    state,
    alarms: { get: () => state.get().alarms, subscribe: state.subscribe },
    now: () => localNow() + clockOffset,
    start(theListener) {
      listener = theListener
      for (const channel of channels) {
        bridge.on(channel, (payload, number) => receive({ seq: number, channel, payload } as Broadcast))
      }
      bridge.on('link.changed', ({ up }) => {
        if (up) void catchUp()
        else state.set({ ...state.get(), link: 'down' })
      })
      void catchUp()
    },
  }
}
