import type { BroadcastChannel, CompanionBridge, Frame, RequestChannel } from '../../../shared/contract.ts'
import type { Reply } from '../reply.ts'

/** The two channels that join a window to the main process. */
export interface MainProcess {
  ask(channel: RequestChannel, payload: unknown): Promise<Reply>
  listen(listener: (frame: Frame) => void): void
}

/** Written out, because the schemas of the contract would weigh down every window's start. */
const requestChannels: Readonly<Record<RequestChannel, true>> = {
  'companion.snapshot': true,
  'call.answer': true,
  'call.hold': true,
  'call.resume': true,
  'call.hangUp': true,
  'call.recorded': true,
  'consult.dial': true,
  'consult.cancel': true,
  'consult.complete': true,
  'call.transferBlind': true,
  'call.dial': true,
  'call.startByHand': true,
  'practice.start': true,
  'dialer.test': true,
  'push.newToken': true,
  'playbook.check': true,
  'playbook.text': true,
  'playbook.save': true,
  'playbook.import': true,
  'playbook.importCopy': true,
  'playbook.duplicate': true,
  'playbook.remove': true,
  'brief.send': true,
  'brief.withdraw': true,
  'brief.followUp': true,
  'brief.read': true,
  'brief.answer': true,
  'brief.recorded': true,
  'brief.post': true,
  'alarms.arm': true,
  'alarm.set': true,
  'alarm.clear': true,
  'alarm.snooze': true,
  'alarm.handOver': true,
  'presence.set': true,
  'hub.test': true,
  'hub.admit': true,
  'hub.expel': true,
  'secret.keep': true,
  'settings.change': true,
  'storage.freeSpace': true,
  'journal.append': true,
  'journal.read': true,
  'journal.purge': true,
  'records.forget': true,
  'journal.look': true,
  'journal.check': true,
}

const broadcastChannels: Readonly<Record<BroadcastChannel, true>> = {
  'call.happened': true,
  'call.amended': true,
  'dialer.health': true,
  'settings.changed': true,
  'playbooks.changed': true,
  'brief.changed': true,
  'brief.rang': true,
  'brief.picked': true,
  'alarm.changed': true,
  'alarm.rang': true,
  'alarm.picked': true,
  'clock.jumped': true,
  'team.changed': true,
  'hub.changed': true,
  'secrets.changed': true,
  'journal.changed': true,
  'link.changed': true,
}

type AnyListener = (payload: never, seq: number) => void

/** The bridge of the desktop shell: its line is up for as long as the window lives. */
export function preloadBridge(main: MainProcess): CompanionBridge {
  const listeners = new Map<string, Set<AnyListener>>()

  main.listen((frame) => {
    for (const { channel, payload, seq } of frame) {
      for (const listener of listeners.get(channel) ?? []) listener(payload as never, seq)
    }
  })

  return {
    async request(channel, payload) {
      if (!Object.hasOwn(requestChannels, channel)) throw new Error('RequestRefused: unknown channel')
      const reply = await main.ask(channel, payload)
      if (!reply.ok) throw new Error(reply.refusal)
      return reply.answer as never
    },
    on(channel, listener) {
      if (!Object.hasOwn(broadcastChannels, channel)) throw new Error('RequestRefused: unknown channel')
      const heard = listeners.get(channel) ?? new Set<AnyListener>()
      listeners.set(channel, heard.add(listener))
      if (channel === 'link.changed') queueMicrotask(() => heard.has(listener) && listener({ up: true } as never, 0))
      return () => void heard.delete(listener)
    },
  }
}
