import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RequestChannel, requestSchemas } from '../../shared/contract.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import { noTeam } from '../../shared/transfer/team.ts'
import type { Log, LogFacts } from '../log.ts'
import { replyFrom } from './reply.ts'
import { guardedRouter, type RequestHandlers } from './request-guard.ts'

const channels = Object.keys(requestSchemas) as readonly RequestChannel[]

describe('a request from a window', () => {
  it('reaches its handler parsed, and the answer comes back', async () => {
    const { router, handled, logged } = guarded()

    const answer = await router('call.startByHand', { name: 'Ana\u202E\n', number: '+15550100' })

    expect({ answer, handled, logged }).toEqual({
      answer: 'manual:1',
      handled: [['call.startByHand', { name: 'Ana', number: '+15550100' }]],
      logged: [],
    })
  })

  it('is refused on a channel the contract does not know, in one log line that repeats nothing', async () => {
    const { router, handled, logged } = guarded()

    const reply = await replyFrom(router, '<script>', null)

    expect({ reply, handled, logged }).toEqual({
      reply: { ok: false, refusal: 'RequestRefused: unknown channel' },
      handled: [],
      logged: [['warn', 'Refused a request on an unknown channel', { channelLength: 8 }]],
    })
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is refused on %s, which every object has',
    async (channel) => {
      const { router } = guarded()

      await expect(router(channel, null)).rejects.toMatchObject({ name: 'RequestRefused', message: 'unknown channel' })
    },
  )

  it('is refused when its payload does not parse, in one log line that repeats nothing', async () => {
    const { router, handled, logged } = guarded()

    const reply = await replyFrom(router, 'call.hangUp', { callId: 'baresip:1', evil: '<script>' })

    expect({ reply, handled, logged }).toEqual({
      reply: { ok: false, refusal: 'RequestRefused: the payload of call.hangUp does not parse' },
      handled: [],
      logged: [['warn', 'Refused a request whose payload does not parse', { channel: 'call.hangUp' }]],
    })
  })

  it('fails without its reason when the handler has a bug, and the bug is logged once', async () => {
    const { router, logged } = guarded()

    const reply = await replyFrom(router, 'practice.start', null)

    expect({ reply, logged }).toEqual({
      reply: { ok: false, refusal: 'companion.failed' },
      logged: [['error', 'A request failed', { channel: 'practice.start', error: new Error('disk at /home/ana is odd') }]],
    })
  })

  it('is answered or refused, whatever the payload', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), fc.anything(), async (channel, payload) => {
        const { router, handled } = guarded()
        const reply = await replyFrom(router, channel, payload)
        const parses = requestSchemas[channel].safeParse(payload).success
        expect(handled).toHaveLength(parses ? 1 : 0)
        if (!parses) expect(reply).toEqual({ ok: false, refusal: `RequestRefused: the payload of ${channel} does not parse` })
      }),
    )
  })

  it('is refused on every other channel name, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.anything(), async (name, payload) => {
        fc.pre(!channels.some((channel) => channel === name))
        const { router, handled } = guarded()
        expect(await replyFrom(router, name, payload)).toEqual({ ok: false, refusal: 'RequestRefused: unknown channel' })
        expect(handled).toEqual([])
      }),
    )
  })
})

function guarded() {
  const handled: unknown[] = []
  const logged: unknown[] = []
  const line = (level: string) => (message: string, facts?: LogFacts) => void logged.push([level, message, facts])
  const log: Log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
  const notThere = { ok: false, failure: { kind: 'playbook.notThere' } } as const
  const noAlarm = { ok: false, failure: { kind: 'alarm.unknown' } } as const
  const noHub = { ok: false, failure: { kind: 'brief.noHub' } } as const
  const hosting = { ok: false, failure: { kind: 'hosting.failed', cause: 'off' } } as const
  const done = { ok: true, value: { by: 'hand' } } as const
  const journal = { id: 'journal', last: 0, bytes: 0, keptUntil: null, fault: null }
  const taking =
    <Payload, Answer>(channel: RequestChannel, answer: Answer) =>
    (payload: Payload): Answer => {
      handled.push([channel, payload])
      return answer
    }
  const handlers: RequestHandlers = {
    'companion.snapshot': taking('companion.snapshot', {
      seq: 0,
      monoNow: 0,
      calls: [],
      dialers: [],
      settings: defaultSettings,
      playbooks: [],
      team: noTeam,
      hub: { state: 'off' },
      briefs: [],
      alarms: [],
      secrets: [],
      journal,
      about: { version: '0.0.0', shell: 'browser', pushTokenExists: false, zoneData: '2026a' },
    }),
    'call.answer': taking('call.answer', done),
    'call.hold': taking('call.hold', done),
    'call.resume': taking('call.resume', done),
    'call.hangUp': taking('call.hangUp', done),
    'call.recorded': taking('call.recorded', null),
    'consult.dial': taking('consult.dial', done),
    'consult.cancel': taking('consult.cancel', done),
    'consult.complete': taking('consult.complete', done),
    'call.transferBlind': taking('call.transferBlind', done),
    'call.dial': taking('call.dial', done),
    'alarms.arm': taking('alarms.arm', noAlarm),
    'alarm.set': taking('alarm.set', noAlarm),
    'alarm.clear': taking('alarm.clear', noAlarm),
    'alarm.snooze': taking('alarm.snooze', noAlarm),
    'alarm.handOver': taking('alarm.handOver', noAlarm),
    'brief.send': taking('brief.send', noHub),
    'brief.withdraw': taking('brief.withdraw', noHub),
    'brief.followUp': taking('brief.followUp', noHub),
    'brief.read': taking('brief.read', noHub),
    'brief.answer': taking('brief.answer', noHub),
    'brief.recorded': taking('brief.recorded', null),
    'brief.post': taking('brief.post', noHub),
    'presence.set': taking('presence.set', null),
    'hub.test': taking('hub.test', { ok: true, value: null } as const),
    'hub.admit': taking('hub.admit', hosting),
    'hub.expel': taking('hub.expel', hosting),
    'secret.keep': taking('secret.keep', { ok: true, value: null } as const),
    'call.startByHand': taking('call.startByHand', 'manual:1'),
    'practice.start': (payload) => {
      handled.push(['practice.start', payload])
      throw new Error('disk at /home/ana is odd')
    },
    'dialer.test': taking('dialer.test', { ok: false, failure: { kind: 'dialer.off', dialer: 'baresip' } } as const),
    'push.newToken': taking('push.newToken', { ok: true, value: { token: 'abc' } } as const),
    'playbook.check': taking('playbook.check', { ok: false, failure: [] } as const),
    'playbook.text': taking('playbook.text', notThere),
    'playbook.save': taking('playbook.save', notThere),
    'playbook.import': taking('playbook.import', notThere),
    'playbook.importCopy': taking('playbook.importCopy', notThere),
    'playbook.duplicate': taking('playbook.duplicate', notThere),
    'playbook.remove': taking('playbook.remove', notThere),
    'settings.change': taking('settings.change', { ok: true, value: defaultSettings } as const),
    'storage.freeSpace': taking('storage.freeSpace', { freeBytes: null }),
    'journal.append': taking('journal.append', { ok: false, failure: { kind: 'journal.full' } } as const),
    'journal.read': taking('journal.read', { ok: false, failure: { kind: 'journal.failed', cause: 'EIO' } } as const),
    'journal.purge': taking('journal.purge', { ok: true, value: null } as const),
    'records.forget': taking('records.forget', { ok: true, value: null } as const),
    'journal.look': taking('journal.look', { ...journal, folder: '/data/journal' }),
    'journal.check': taking('journal.check', { ...journal, folder: '/data/journal' }),
  }
  return { router: guardedRouter(handlers, log), handled, logged }
}
