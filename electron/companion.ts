import type { CallId } from '../shared/call/call.ts'
import type { CommandEffect, PlaybookCheck, Snapshot } from '../shared/contract.ts'
import type { DialerFailure, DialerId } from '../shared/dialers/dialer-health.ts'
import { practiceCaller } from '../shared/practice/practice-caller.ts'
import { failed, type Result, success } from '../shared/result.ts'
import { Broadcaster } from './broadcaster.ts'
import { CallTracker, refOf } from './call/call-tracker.ts'
import { LiveCallsFile } from './call/live-calls-file.ts'
import type { Clock } from './clock.ts'
import { testBaresip } from './dialers/baresip/baresip-test.ts'
import type { DialerCommand, DialerListener } from './dialers/dialer.ts'
import { DialerRack } from './dialers/dialer-rack.ts'
import { openPushToken } from './dialers/push/push-token.ts'
import { freeSpace } from './free-space.ts'
import type { Log } from './log.ts'
import { createPlaybookEditing } from './playbook/playbook-editing.ts'
import { goodText } from './playbook/playbook-file.ts'
import { PlaybookFolder } from './playbook/playbook-folder.ts'
import { openSettingsFile } from './settings/settings-file.ts'
import { guardedRouter, type RequestHandlers } from './shell/request-guard.ts'
import type { Shell } from './shell/shell.ts'

export interface Companion {
  start(): Promise<void>
  /** Resolves when every socket is closed and what must be kept is on the disk. */
  stop(): Promise<void>
}

export interface CompanionParts {
  readonly shell: Shell
  /** Everything the companion keeps is in this directory. */
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly version: string
}

/** What an agent can mark by hand on a call whose dialer cannot be asked. */
const reportFor = { answer: 'call.answered', hold: 'call.held', resume: 'call.resumed', hangUp: 'call.ended' } as const
const powerFor = { answer: 'answer', hold: 'hold', resume: 'hold', hangUp: 'hangUp' } as const

/** Builds the features and joins them. */
export async function createCompanion({ shell, dataDir, clock, log, version }: CompanionParts): Promise<Companion> {
  const settings = await openSettingsFile(dataDir, log)
  const pushToken = await openPushToken(dataDir)
  const broadcaster = new Broadcaster(shell.broadcast)
  const liveCalls = new LiveCallsFile(dataDir, clock, log)
  const tracker = new CallTracker(
    clock,
    {
      happened: (event) => {
        broadcaster.tell('call.happened', event)
        if (event.type === 'call.ringing') shell.showQuietly()
      },
      amended: (call) => broadcaster.tell('call.amended', call),
      changed: (calls) => void liveCalls.write(calls),
    },
    liveCalls.read(),
  )
  const listener: DialerListener = {
    reported: (report) => tracker.report(report),
    healthChanged: (health) => broadcaster.tell('dialer.health', health),
    callsUncertain: (dialer) => tracker.uncertain(dialer),
    reconciled: (dialer, refs) => tracker.reconciled(dialer, refs),
  }
  const playbooks = new PlaybookFolder(dataDir, log, (entries) => broadcaster.tell('playbooks.changed', entries))
  const editing = createPlaybookEditing(playbooks)
  const dialers = new DialerRack({ listener, clock, log, pushToken, knownCalls: () => tracker.calls() })

  /** Asks the dialer where it can be asked, and marks by hand where it cannot or is away. */
  async function command(order: DialerCommand, id: CallId): Promise<Result<CommandEffect, DialerFailure>> {
    const call = tracker.find(id)
    if (call === undefined) return failed({ kind: 'dialer.noSuchCall', dialer: 'manual' })
    const dialer = dialers.find(call.dialer)
    const health = dialer?.health()
    if (dialer && health?.powers[powerFor[order]] && (health.state === 'ready' || order !== 'hangUp')) {
      const done = await dialer.command(order, refOf(call))
      return done.ok ? success({ by: 'dialer' }) : done
    }
    const fact = { dialer: call.dialer, ref: refOf(call) }
    tracker.report(
      order === 'hangUp' ? { type: 'call.ended', ...fact, end: { by: 'agent' } } : { type: reportFor[order], ...fact },
    )
    return success({ by: 'hand' })
  }

  function snapshot(): Snapshot {
    return {
      seq: broadcaster.seq,
      monoNow: clock.now().mono,
      calls: tracker.calls(),
      dialers: dialers.health(),
      settings: settings.current(),
      playbooks: playbooks.entries(),
      about: { version, shell: shell.kind, pushTokenExists: pushToken.exists() },
    }
  }

  const handlers: RequestHandlers = {
    'companion.snapshot': snapshot,
    'call.answer': ({ callId }) => command('answer', callId),
    'call.hold': ({ callId }) => command('hold', callId),
    'call.resume': ({ callId }) => command('resume', callId),
    'call.hangUp': ({ callId }) => command('hangUp', callId),
    'call.recorded': ({ callId }) => {
      tracker.recorded(callId)
      return null
    },
    'call.startByHand': (party) => callIdOf('manual', dialers.manual.startByHand(party)),
    'practice.start': () => callIdOf('practice', dialers.practice.ring(practiceCaller)),
    'dialer.test': (test) => testBaresip(test.settings, dialers.baresip(), { clock, log }),
    'push.newToken': () => pushToken.renew(),
    'playbook.check': ({ text }) => checked(text),
    'playbook.text': ({ file }) => playbooks.textOf(file),
    'playbook.save': ({ file, text }) => editing.save(file, text),
    'playbook.import': ({ text }) => editing.add(text),
    'playbook.importCopy': ({ text }) => editing.addCopy(text),
    'playbook.duplicate': ({ file }) => editing.duplicate(file),
    'playbook.remove': ({ file }) => editing.remove(file),
    'settings.change': async (change) => {
      const changed = await settings.change(change)
      if (!changed.ok) return changed
      shell.applySettings(changed.value)
      broadcaster.tell('settings.changed', changed.value)
      await dialers.apply(changed.value)
      return changed
    },
    'storage.freeSpace': async () => ({ freeBytes: await freeSpace(dataDir) }),
  }

  return {
    async start() {
      await playbooks.scan()
      shell.route(guardedRouter(handlers, log))
      shell.applySettings(settings.current())
      tracker.uncertain('baresip')
      dialers.start()
      await dialers.apply(settings.current())
    },
    async stop() {
      await Promise.all([dialers.stop(), playbooks.close()])
      await liveCalls.close(tracker.calls())
    },
  }
}

function checked(text: string): PlaybookCheck {
  const read = goodText(text)
  if (!read.ok) return read
  const { playbook, warnings } = read.value
  return success({ playbook, warnings })
}

function callIdOf(dialer: DialerId, ref: string): CallId {
  return `${dialer}:${ref}`
}
