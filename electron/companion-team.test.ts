import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { freeTcpPort } from '../e2e/rig/free-port.ts'
import type { Broadcast, RequestChannel, Requests } from '../shared/contract.ts'
import { defaultSettings } from '../shared/settings/default-settings.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { Brief } from '../shared/transfer/brief.ts'
import type { BriefRecord } from '../shared/transfer/brief-record.ts'
import { systemClock } from './clock.ts'
import { createCompanion } from './companion.ts'
import type { Log } from './log.ts'

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

let clear: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const step of clear.reverse()) await step()
  clear = []
})

describe('a supervisor who hosts the hub, and an agent', () => {
  it('hand over a brief and its answer, through what their windows ask and hear', { timeout: 20_000 }, async () => {
    const [mia, ana] = [await machine(), await machine()]
    const hub = { ...defaultSettings.hub, enabled: true, port: await freeTcpPort() }
    await mia.ask('settings.change', { hub })
    await mia.until(({ channel, payload }) => channel === 'hub.changed' && payload.state === 'running')
    for (const [user, at, role] of [['mia', mia, 'manager'] as const, ['ana', ana, 'agent'] as const]) {
      const admitted = await mia.ask('hub.admit', { user })
      await at.ask('secret.keep', { secret: 'hubPassword', value: admitted.ok ? admitted.value.password : '' })
      await at.ask('settings.change', { team: teamOf(user, role, hub.port) })
      await at.until(({ channel, payload }) => channel === 'team.changed' && payload.link.state === 'up')
    }
    await ana.until(
      ({ channel, payload }) =>
        channel === 'team.changed' && payload.people.some(({ availability }) => availability === 'available'),
    )

    const brief: Brief = {
      ...{ id: '00000000-0000-4000-8000-000000000001', from: { id: 'ana', name: 'Ana' }, to: { id: 'mia', name: 'Mia' } },
      ...{ headline: 'Anna Meyer wants her money back.', tone: '', situation: '', background: '', tried: '', topic: '' },
      ...{ request: 'Approve 80.', avoid: '', readBack: '', caller: { name: 'Anna', number: '', verified: 'unknown' } },
    }
    await ana.ask('brief.send', brief)
    for (const at of [mia, ana])
      await at.until(({ channel, payload }) => channel === 'brief.changed' && payload.stage === 'delivered')
    await mia.ask('brief.answer', { briefId: brief.id, answer: 'accepted' })
    for (const at of [mia, ana]) {
      await at.until(({ channel, payload }) => channel === 'brief.changed' && payload.stage === 'accepted')
      await at.ask('brief.recorded', { briefId: brief.id, stage: 'accepted', followUp: null })
    }

    const stages = (briefs: readonly BriefRecord[]) => briefs.map(({ stage }) => stage).filter((stage) => stage !== 'atHub')
    expect([stages(ana.briefs()), stages(mia.briefs())]).toEqual([
      ['waiting', 'delivered', 'accepted'],
      ['delivered', 'accepted'],
    ])
  })
})

it('an agent knows an encrypted hub by the authority of the team, and by no other', { timeout: 20_000 }, async () => {
  const certificates = join(import.meta.dirname, 'hub/test-certificates')
  const pem = (name: string) => readFile(join(certificates, `${name}.pem`), 'utf8')
  const [mia, ana] = [await machine(), await machine()]
  const port = await freeTcpPort()
  const files = { certificate: join(certificates, 'renewed.pem'), key: join(certificates, 'renewed.key.pem') }
  await mia.ask('settings.change', { hub: { ...defaultSettings.hub, enabled: true, port, ...files } })
  await mia.until(({ channel, payload }) => channel === 'hub.changed' && payload.state === 'running')
  const admitted = await mia.ask('hub.admit', { user: 'ana' })
  await ana.ask('secret.keep', { secret: 'hubPassword', value: admitted.ok ? admitted.value.password : '' })
  const url = `mqtts://127.0.0.1:${port}`
  const failures = []
  for (const authority of ['', await pem('good'), await pem('renewed')]) {
    const tried = await ana.ask('hub.test', { url, user: 'ana', authority })
    failures.push(tried.ok || tried.failure)
  }

  const team = { ...teamOf('ana', 'agent', port), url, authority: await pem('authority') }
  await ana.ask('settings.change', { team })
  await ana.until(({ channel, payload }) => channel === 'team.changed' && payload.link.state === 'up')

  expect(failures).toEqual([
    { kind: 'hub.certificate', url, cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    { kind: 'hub.certificate', url, cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    { kind: 'hub.authority', problem: 'notAnAuthority' },
  ])
})

function teamOf(user: string, role: Settings['team']['role'], port: number): Settings['team'] {
  return { enabled: true, url: `mqtt://127.0.0.1:${port}`, user, role, topics: [], number: '' }
}

/** A companion with a window that asks and listens. */
async function machine() {
  const dataDir = await mkdtemp(join(tmpdir(), 'steadyline-team-'))
  const heard: Broadcast[] = []
  const looks = new Set<() => void>()
  let router: (channel: string, payload: unknown) => Promise<unknown> = () => Promise.reject(new Error('not yet'))
  const companion = await createCompanion({
    shell: {
      ...{ kind: 'browser', keychain: null },
      route: (theRouter) => {
        router = theRouter
      },
      broadcast(frame) {
        heard.push(...frame)
        for (const look of [...looks]) look()
      },
      ...{
        showQuietly() {},
        notify() {},
        takeBack() {},
        countWaiting() {},
        stayWhile() {},
        whenClockMayHaveJumped() {},
        dialBySystem: async () => false,
        applySettings() {},
      },
    },
    ...{ dataDir, clock: systemClock, log: silentLog, version: '0.0.0' },
  })
  await companion.start()
  clear.push(async () => {
    await companion.stop()
    await rm(dataDir, { recursive: true, maxRetries: 5 })
  })
  return {
    ask: async <Channel extends RequestChannel>(channel: Channel, payload: Requests[Channel]['payload']) =>
      (await router(channel, payload)) as Requests[Channel]['answer'],
    briefs: (): readonly BriefRecord[] =>
      heard.flatMap((broadcast) => (broadcast.channel === 'brief.changed' ? [broadcast.payload] : [])),
    until: (claim: (broadcast: Broadcast) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!heard.some(claim)) return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      }),
  }
}
