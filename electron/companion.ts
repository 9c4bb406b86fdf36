import type { CallId } from '../shared/call/call.ts'
import type { PlaybookCheck, Snapshot } from '../shared/contract.ts'
import type { DialerId } from '../shared/dialers/dialer-health.ts'
import { practiceCaller } from '../shared/practice/practice-caller.ts'
import { success } from '../shared/result.ts'
import { Broadcaster } from './broadcaster.ts'
import { CallTracker } from './call/call-tracker.ts'
import { LiveCallsFile } from './call/live-calls-file.ts'
import { createAlarmBell } from './callbacks/alarm-bell.ts'
import { openAlarms } from './callbacks/alarm-office.ts'
import type { Clock } from './clock.ts'
import { testAsterisk } from './dialers/asterisk/asterisk-test.ts'
import { testBaresip } from './dialers/baresip/baresip-test.ts'
import { CallOrders } from './dialers/call-orders.ts'
import type { DialerListener } from './dialers/dialer.ts'
import { DialerRack } from './dialers/dialer-rack.ts'
import { openPushToken } from './dialers/push/push-token.ts'
import { forgetRecords } from './forget-records.ts'
import { freeSpace } from './free-space.ts'
import { hubHosting } from './hub/hosted-hub.ts'
import { openJournal } from './journal/journal.ts'
import type { Log } from './log.ts'
import { createPlaybookEditing } from './playbook/playbook-editing.ts'
import { goodText } from './playbook/playbook-file.ts'
import { PlaybookFolder } from './playbook/playbook-folder.ts'
import { openSeal } from './seal.ts'
import { openSecretStore } from './secrets/secret-store.ts'
import { openSettingsFile } from './settings/settings-file.ts'
import { guardedRouter, type RequestHandlers } from './shell/request-guard.ts'
import type { Shell } from './shell/shell.ts'
import { systemTimers } from './timers.ts'
import { createBriefBell } from './transfer/brief-bell.ts'
import { openTeamOffice } from './transfer/team-office.ts'
import { waitingCount } from './waiting-count.ts'

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

/** Milliseconds after the start in which nothing is done that can wait. */
const quietStart = 15_000

/** Builds the features and joins them. */
export async function createCompanion({ shell, dataDir, clock, log, version }: CompanionParts): Promise<Companion> {
  const settings = await openSettingsFile(dataDir, log)
  const pushToken = await openPushToken(dataDir)
  const seal = await openSeal(dataDir, shell.keychain, log)
  const secrets = await openSecretStore(dataDir, seal, log)
  const broadcaster = new Broadcaster(shell.broadcast)
  const journal = await openJournal({
    ...{ dataDir, seal, clock, log },
    changed: (state) => broadcaster.tell('journal.changed', state),
  })
  const hub = hubHosting({ dataDir, log, changed: (hosted) => broadcaster.tell('hub.changed', hosted) })
  const waitingAt = waitingCount(shell.countWaiting)
  const bell = createBriefBell({
    timers: systemTimers,
    ring: ({ brief: { id, from } }) => {
      shell.showQuietly()
      broadcaster.tell('brief.rang', { briefId: id })
      const picked = () => broadcaster.tell('brief.picked', { briefId: id })
      shell.notify({ about: id, title: from.name, body: 'sent you a brief', picked })
    },
    quieten: shell.takeBack,
    waiting: waitingAt('briefs'),
  })
  const office = await openTeamOffice({
    dataDir,
    clock,
    log,
    secrets,
    listener: {
      teamChanged: (team) => broadcaster.tell('team.changed', team),
      briefChanged: (record) => {
        broadcaster.tell('brief.changed', record)
        bell.changed(record)
      },
      briefReceived: bell.received,
    },
  })
  const alarmBell = createAlarmBell({
    notify: shell.notify,
    takeBack: shell.takeBack,
    showQuietly: shell.showQuietly,
    picked: (callbackId, action) => broadcaster.tell('alarm.picked', { callbackId, action }),
    waiting: waitingAt('callbacks'),
  })
  const alarms = await openAlarms({
    ...{ dataDir, seal, clock, log },
    settings: () => settings.current().callbacks,
    send: (brief) => office.send(brief),
    listener: {
      changed(callbackId, alarm) {
        broadcaster.tell('alarm.changed', { callbackId, alarm })
        alarmBell.changed(callbackId, alarm)
      },
      rang(rings) {
        for (const { alarm } of rings) broadcaster.tell('alarm.rang', alarm)
        alarmBell.rang(rings)
      },
      clockJumped: () => broadcaster.tell('clock.jumped', null),
    },
  })
  for (const alarm of alarms.ringing()) alarmBell.changed(alarm.callbackId, alarm)
  for (const record of office.briefs()) bell.changed(record)
  const liveCalls = new LiveCallsFile(dataDir, clock, log)
  const tracker = new CallTracker(
    clock,
    {
      happened: (event) => {
        broadcaster.tell('call.happened', event)
        if (event.type === 'call.ringing') shell.showQuietly()
      },
      amended: (call) => broadcaster.tell('call.amended', call),
      changed: (calls) => {
        void liveCalls.write(calls)
        office.onCall(calls.some(({ state }) => state === 'live' || state === 'held'))
      },
    },
    liveCalls.read(),
  )
  const listener: DialerListener = {
    reported: (report) => orders.reported(report),
    healthChanged: (health) => broadcaster.tell('dialer.health', health),
    callsUncertain: (dialer) => tracker.uncertain(dialer),
    reconciled: (dialer, refs) => tracker.reconciled(dialer, refs),
  }
  const playbooks = new PlaybookFolder(dataDir, log, (entries) => broadcaster.tell('playbooks.changed', entries))
  const editing = createPlaybookEditing(playbooks)
  const dialers = new DialerRack({ listener, clock, log, pushToken, secrets, knownCalls: () => tracker.calls() })
  const orders = new CallOrders(tracker, (id) => dialers.find(id), {
    dialer: () => dialers.toCallWith(),
    system: shell.dialBySystem,
  })

  function snapshot(): Snapshot {
    return {
      seq: broadcaster.seq,
      monoNow: clock.now().mono,
      calls: tracker.calls(),
      dialers: dialers.health(),
      settings: settings.current(),
      playbooks: playbooks.entries(),
      team: office.team(),
      hub: hub.state(),
      briefs: office.briefs(),
      alarms: alarms.ringing(),
      secrets: secrets.kept(),
      journal: journal.state(),
      about: { version, shell: shell.kind, pushTokenExists: pushToken.exists(), zoneData: process.versions.tz ?? '' },
    }
  }

  const handlers: RequestHandlers = {
    'companion.snapshot': snapshot,
    'call.answer': ({ callId }) => orders.command('answer', callId),
    'call.hold': ({ callId }) => orders.command('hold', callId),
    'call.resume': ({ callId }) => orders.command('resume', callId),
    'call.hangUp': ({ callId }) => orders.command('hangUp', callId),
    'call.recorded': ({ callId }) => {
      tracker.recorded(callId)
      return null
    },
    'call.dial': ({ number, through }) => orders.dial(number, through),
    'call.startByHand': (party) => callIdOf('manual', dialers.manual.startByHand(party)),
    'practice.start': () => callIdOf('practice', dialers.practice.ring(practiceCaller)),
    'dialer.test': (test) =>
      test.dialer === 'baresip'
        ? testBaresip(test.settings, dialers.baresip(), { clock, log })
        : testAsterisk(test.settings, test.secret ?? secrets.read('asteriskSecret'), { log }),
    'push.newToken': () => pushToken.renew(),
    'playbook.check': ({ text }) => checked(text),
    'playbook.text': ({ file }) => playbooks.textOf(file),
    'playbook.save': ({ file, text }) => editing.save(file, text),
    'playbook.import': ({ text }) => editing.add(text),
    'playbook.importCopy': ({ text }) => editing.addCopy(text),
    'playbook.duplicate': ({ file }) => editing.duplicate(file),
    'playbook.remove': ({ file }) => editing.remove(file),
    'consult.dial': ({ callId, number }) => orders.dialConsult(callId, number),
    'consult.cancel': ({ callId }) => orders.cancelConsult(callId),
    'consult.complete': ({ callId }) => orders.completeConsult(callId),
    'call.transferBlind': ({ callId, number }) => orders.transferBlind(callId, number),
    'brief.send': (brief) => office.send(brief),
    'brief.withdraw': ({ briefId }) => office.withdraw(briefId),
    'brief.followUp': ({ briefId, followUp }) => office.followUp(briefId, followUp),
    'brief.read': ({ briefId }) => office.read(briefId),
    'brief.answer': (answer) => office.answer(answer),
    'brief.recorded': (recorded) => {
      office.recorded(recorded)
      return null
    },
    'brief.post': (content) => office.post(content),
    'alarms.arm': (armed) => alarms.arm(armed),
    'alarm.set': (armed) => alarms.set(armed),
    'alarm.clear': ({ callbackId }) => alarms.clear(callbackId),
    'alarm.snooze': ({ callbackId, minutes }) => alarms.snooze(callbackId, minutes),
    'alarm.handOver': ({ callbackId }) => alarms.handOver(callbackId),
    'presence.set': ({ self }) => {
      office.setSelf(self)
      return null
    },
    'hub.test': (test) => office.test(test),
    'hub.admit': ({ user }) => hub.admit(user),
    'hub.expel': ({ user }) => hub.expel(user),
    'secret.keep': async ({ secret, value }) => {
      const kept = await secrets.keep(secret, value)
      broadcaster.tell('secrets.changed', secrets.kept())
      await Promise.all([office.apply(settings.current()), dialers.apply(settings.current())])
      return kept
    },
    'settings.change': async (change) => {
      const changed = await settings.change(change)
      if (!changed.ok) return changed
      shell.applySettings(changed.value)
      broadcaster.tell('settings.changed', changed.value)
      alarms.settingsChanged()
      await Promise.all([dialers.apply(changed.value), hub.apply(changed.value.hub), office.apply(changed.value)])
      return changed
    },
    'storage.freeSpace': async () => ({ freeBytes: await freeSpace(dataDir) }),
    'journal.append': ({ changes }) => journal.append(changes),
    'journal.read': ({ after }) => journal.read(after),
    'journal.look': () => ({ ...journal.state(), folder: journal.folder }),
    'journal.check': async () => {
      await journal.check()
      broadcaster.tell('journal.changed', journal.state())
      return { ...journal.state(), folder: journal.folder }
    },
    'journal.purge': () => journal.purge(),
    'records.forget': (records) => forgetRecords(records, { alarms, office }),
  }

  let stopChecking: () => void = () => undefined

  return {
    async start() {
      stopChecking = systemTimers.after(quietStart, () => void journal.check())
      await playbooks.scan()
      shell.route(guardedRouter(handlers, log))
      shell.applySettings(settings.current())
      tracker.uncertain('baresip')
      tracker.uncertain('asterisk')
      dialers.start()
      await Promise.all([dialers.apply(settings.current()), hub.apply(settings.current().hub), office.apply(settings.current())])
      shell.whenClockMayHaveJumped(alarms.clockMayHaveJumped)
      shell.stayWhile(alarms.isAnyArmed)
      alarms.start()
    },
    async stop() {
      bell.stop()
      stopChecking()
      await alarms.stop()
      await Promise.all([dialers.stop(), playbooks.close(), office.stop(), journal.close()])
      await hub.stop()
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
