import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Broadcast, RequestChannel, Requests } from '../shared/contract.ts'
import type { PlaybookEntry } from '../shared/playbook/playbook-entry.ts'
import { type Companion, createCompanion } from './companion.ts'
import type { Log } from './log.ts'

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
const builtInNames = ['Difficult clients', 'Overdue account', 'Promised call', 'Follow-up']
const builtIn = builtInNames.map((name) => `built-in/${name.toLowerCase().replace(' ', '-')}.yaml`)

let dataDir: string
let companion: Companion
let router: (channel: string, payload: unknown) => Promise<unknown>
let heard: Broadcast[]
let waiting: (() => void)[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-companion-'))
  heard = []
  waiting = []
  companion = await createCompanion({
    shell: {
      kind: 'browser',
      keychain: null,
      route: (theRouter) => {
        router = theRouter
      },
      broadcast(frame) {
        heard.push(...frame)
        for (const check of waiting) check()
      },
      showQuietly: () => undefined,
      notify: () => undefined,
      takeBack: () => undefined,
      countWaiting: () => undefined,
      stayWhile: () => undefined,
      whenClockMayHaveJumped: () => undefined,
      dialBySystem: async () => false,
      applySettings: () => undefined,
    },
    dataDir,
    clock: { now: () => ({ mono: 0, wall: 0 }) },
    log: silentLog,
    version: '0.0.0',
  })
  await companion.start()
})

afterEach(async () => {
  await companion.stop()
  await rm(dataDir, { recursive: true })
})

describe('a consultation asked for by a window', () => {
  const states = async () =>
    (await ask('companion.snapshot', null)).calls.map(({ party, state, consultFor }) => [party.number, state, consultFor])

  it('is a second leg that knows whose it is, and its end gives the caller back', async () => {
    const callId = await ask('call.startByHand', { name: 'Marta Kask', number: '111' })
    expect(await ask('consult.dial', { callId, number: '200' })).toEqual({ ok: true, value: { by: 'hand' } })
    expect(await states()).toEqual([
      ['111', 'held', null],
      ['200', 'dialling', callId],
    ])
    await ask('consult.cancel', { callId })
    expect(await states()).toEqual([
      ['111', 'live', null],
      ['200', 'ended', callId],
    ])
  })

  it('is done by a dialer that can', async () => {
    const callId = await ask('practice.start', null)
    await ask('call.answer', { callId })
    expect(await ask('consult.dial', { callId, number: '200' })).toEqual({ ok: true, value: { by: 'dialer' } })
    expect(await ask('call.transferBlind', { callId, number: '200' })).toEqual({
      ok: false,
      failure: { kind: 'dialer.refused', dialer: 'practice', said: '' },
    })
  })
})

describe('a promised call that a window arms', () => {
  const said = 'promised for 15:00'
  const promised = { id: randomUUID(), at: 0, name: 'Marta Kask', number: '111', reason: 'Delivery', said, handOver: null }

  it('rings in every window, stands in the next snapshot, and is quiet when it is cleared', async () => {
    await ask('alarm.set', promised)
    await until(() => heard.some(({ channel }) => channel === 'alarm.rang'))
    const { alarms } = await ask('companion.snapshot', null)
    expect(alarms.map(({ callbackId, stage }) => [callbackId, stage])).toEqual([[promised.id, 'due']])

    await ask('alarm.clear', { callbackId: promised.id })
    const told = () =>
      heard.flatMap(({ channel, payload }) => (channel === 'alarm.changed' ? [payload.alarm?.stage ?? null] : []))
    await until(() => told().length === 2)
    expect([told(), (await ask('companion.snapshot', null)).alarms]).toEqual([['due', null], []])
  })
})

describe('the playbooks of a window', () => {
  it('are in its first snapshot, the usual one first', async () => {
    const { playbooks } = await ask('companion.snapshot', null)

    expect(playbooks.map(({ file, playbook, errors }) => [file, playbook?.name, errors])).toEqual(
      builtIn.map((file, index) => [file, builtInNames[index], []]),
    )
  })

  it('follow a file that somebody edits beside it', async () => {
    await ask('playbook.import', { text: playbookText('ours') })

    await writeFile(join(dataDir, 'playbooks', 'ours.yaml'), playbookText('ours').replace('Ours', 'Ours, improved'))

    await told((entries) => entries.some(({ playbook }) => playbook?.name === 'Ours, improved'))
    const { playbooks } = await ask('companion.snapshot', null)
    expect(playbooks.map(({ playbook }) => playbook?.name)).toEqual([...builtInNames, 'Ours, improved'])
  })

  it('keep the last good version beside the place of the error when that file is broken', async () => {
    await ask('playbook.import', { text: playbookText('ours') })

    await writeFile(join(dataDir, 'playbooks', 'ours.yaml'), 'id: ours\nname: [')

    await told((entries) => entries.some(({ errors }) => errors.length > 0))
    const { playbooks } = await ask('companion.snapshot', null)
    expect(playbooks.at(-1)).toMatchObject({ file: 'ours.yaml', playbook: { name: 'Ours' }, errors: [{ line: 2, column: 8 }] })
  })
})

describe('the requests of the library', () => {
  it('take a playbook from its import over a copy and a change to its removal, and every window hears of it', async () => {
    const text = playbookText('ours')

    const imported = await ask('playbook.import', { text })
    const again = await ask('playbook.import', { text })
    const beside = await ask('playbook.importCopy', { text })
    const duplicate = await ask('playbook.duplicate', { file: 'ours.yaml' })
    const saved = await ask('playbook.save', { file: 'ours.yaml', text: text.replace('Ours', 'Better') })
    const removed = await ask('playbook.remove', { file: 'ours-2.yaml' })

    expect([imported, beside, duplicate, saved].map(brief)).toEqual(['Ours', 'Ours 2', 'Ours 3', 'Better'])
    expect(again).toEqual({ ok: false, failure: { kind: 'playbook.idTaken', id: 'ours', file: 'ours.yaml' } })
    expect(removed).toMatchObject({ ok: true, value: expect.stringContaining('ours-2') })
    await told((entries) => entries.map(({ file }) => file).join() === [...builtIn, 'ours-3.yaml', 'ours.yaml'].join())
  })

  it("give the author's own text, for editing and export", async () => {
    const text = `# by Jo\n${playbookText('ours')}`
    await ask('playbook.import', { text })

    expect(await ask('playbook.text', { file: 'ours.yaml' })).toEqual({ ok: true, value: text })
    expect(await ask('playbook.text', { file: '../settings.json' })).toEqual({
      ok: false,
      failure: { kind: 'playbook.notThere' },
    })
  })

  it('say what a text would be, and keep nothing of it', async () => {
    const good = await ask('playbook.check', { text: `${playbookText('ours')}mood: calm\n` })
    const bad = await ask('playbook.check', { text: 'id: [' })

    expect(good).toMatchObject({
      ok: true,
      value: { playbook: { name: 'Ours' }, warnings: [{ line: 6, code: 'field.unknown' }] },
    })
    expect(bad).toMatchObject({ ok: false, failure: [{ line: 1, code: 'yaml.syntax' }] })
    expect((await ask('companion.snapshot', null)).playbooks).toHaveLength(builtIn.length)
  })

  it('do not save what cannot be read over what can', async () => {
    await ask('playbook.import', { text: playbookText('ours') })

    const saved = await ask('playbook.save', { file: 'ours.yaml', text: 'id: [' })

    expect(saved).toMatchObject({ ok: false, failure: { kind: 'playbook.notUnderstood', errors: [{ line: 1 }] } })
    expect(await readFile(join(dataDir, 'playbooks', 'ours.yaml'), 'utf8')).toBe(playbookText('ours'))
  })
})

describe('the secrets and briefs of a companion', () => {
  it('are told by their names alone, and forgotten by an empty value', async () => {
    const kept = await ask('secret.keep', { secret: 'hubPassword', value: 'tiger' })
    const { secrets } = await ask('companion.snapshot', null)
    await ask('secret.keep', { secret: 'hubPassword', value: '' })

    const names = () => heard.flatMap((broadcast) => (broadcast.channel === 'secrets.changed' ? [[...broadcast.payload]] : []))
    await until(() => names().length === 2)
    expect([kept, secrets, names()]).toEqual([{ ok: true, value: null }, ['hubPassword'], [['hubPassword'], []]])
    expect(JSON.stringify(heard)).not.toContain('tiger')
  })

  it('go nowhere without a hub, which the agent hears at once', async () => {
    const person = { id: 'mia', name: 'Mia' }
    const sent = await ask('brief.send', {
      ...{ id: '00000000-0000-4000-8000-000000000001', from: { id: 'ana', name: 'Ana' }, to: person, topic: '', tone: '' },
      ...{ headline: 'A refund', situation: '', background: '', tried: '', request: '', avoid: '', readBack: '' },
      caller: { name: 'Anna', number: '', verified: 'unknown' },
    })

    expect(sent).toEqual({ ok: false, failure: { kind: 'brief.noHub' } })
    expect(await ask('companion.snapshot', null)).toMatchObject({ briefs: [], team: { link: { state: 'off' } } })
  })
})

async function ask<Channel extends RequestChannel>(
  channel: Channel,
  payload: Requests[Channel]['payload'],
): Promise<Requests[Channel]['answer']> {
  return (await router(channel, payload)) as Requests[Channel]['answer']
}

/** Resolves when the last list of playbooks that was told makes the claim true. */
function told(claim: (entries: readonly PlaybookEntry[]) => boolean): Promise<void> {
  return until(() => {
    const last = heard.findLast((broadcast) => broadcast.channel === 'playbooks.changed')
    return last !== undefined && claim(last.payload)
  })
}

/** Resolves when the claim holds, asked again with every broadcast. */
function until(claim: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (claim()) resolve()
    }
    waiting.push(check)
    check()
  })
}

function brief(answer: Requests['playbook.save']['answer']) {
  return answer.ok ? answer.value.playbook?.name : answer.failure.kind
}

function playbookText(id: string): string {
  return [
    `id: ${id}`,
    'name: Ours',
    'kinds: [{ id: calm, name: Calm, fear: None., stance: Be kind. }]',
    'dispositions: [{ id: done, label: Done }]',
    'steps: [{ id: open, title: Open, lines: [Good day.] }]',
    '',
  ].join('\n')
}
