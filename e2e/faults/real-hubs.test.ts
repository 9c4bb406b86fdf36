import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openMembers } from '../../electron/hub/members.ts'
import {
  availabilityOf,
  briefFor,
  linkOf,
  type OfficeInTest,
  type OfficeOptions,
  stageOf,
  startOffice,
} from '../../electron/transfer/office-in-test.ts'
import { freeTcpPort } from '../rig/free-port.ts'
import { isInstalled } from '../rig/is-installed.ts'
import { mosquittoPath, startMosquitto } from '../rig/mosquitto.ts'
import { bundled } from './bundled.ts'
import { Mortal } from './mortal.ts'

const canSkip = process.env.CI === undefined && !isInstalled('mosquitto', mosquittoPath)

interface RealHub {
  readonly url: string
  readonly passwords: Readonly<Record<string, string>>
  /** Ends as by a crash, and comes back with what it had kept. */
  crash(): Promise<void>
  stop(): Promise<void>
}

let clear: (() => Promise<void>)[] = []

beforeAll(() => bundled('hub-process'), 60_000)

afterEach(async () => {
  for (const step of clear.reverse()) await step()
  clear = []
})

describe.each([
  ['the hub of Steadyline', false, steadylineHub],
  ['Mosquitto', canSkip, mosquitto],
] as const)('a team at %s', (_name, skip, openHub) => {
  it.skipIf(skip)('sends briefs, answers, follow-ups and withdrawals both ways', { timeout: 20_000 }, async () => {
    const hub = await opened(openHub)
    const ana = await connected(hub, 'ana', { role: 'expert' })
    const mia = await connected(hub, 'mia', { role: 'manager' })
    const [there, back, gone] = [briefFor('ana', 'mia'), briefFor('mia', 'ana'), briefFor('ana', 'mia')]

    for (const brief of [there, gone]) await ana.office.send(brief)
    await mia.office.send(back)
    await mia.until(() => mia.received.length === 2)
    await ana.until(() => ana.received.length === 1)
    await mia.office.answer({ briefId: there.id, answer: 'accepted' })
    await ana.office.answer({ briefId: back.id, answer: 'declined', reason: 'On another call' })
    await ana.office.withdraw(gone.id)
    await ana.until(() => stageOf(ana, there.id) === 'accepted')
    await ana.office.followUp(there.id, { note: 'Calmer now', outcome: 'Refund', version: 1 })

    await mia.until(() => stageOf(mia, back.id) === 'declined' && stageOf(mia, gone.id) === 'withdrawn')
    const told = await mia.until(() => mia.changes.find(({ followUp }) => followUp !== null))
    expect(told).toMatchObject({ brief: there, stage: 'accepted', followUp: { outcome: 'Refund' } })
    expect([availabilityOf(ana, 'mia'), availabilityOf(mia, 'ana')]).toEqual(['available', 'available'])
  })

  it.skipIf(skip)('loses nothing when it is killed with a brief for somebody away', { timeout: 20_000 }, async () => {
    const hub = await opened(openHub)
    const before = await connected(hub, 'mia', { role: 'manager' })
    await before.stop()
    const ana = await connected(hub, 'ana')
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'atHub')
    await ana.stop()

    await hub.crash()
    const mia = await connected(hub, 'mia', { role: 'manager', dataDir: before.dataDir })

    await mia.until(() => mia.received.length === 1)
    expect(mia.received[0]?.brief).toEqual(brief)
  })

  it.skipIf(skip)('knows who vanished, and refuses a wrong password', { timeout: 20_000 }, async () => {
    const hub = await opened(openHub)
    const ana = await connected(hub, 'ana')
    const mia = await connected(hub, 'mia', { role: 'manager' })
    await ana.until(() => availabilityOf(ana, 'mia') === 'available')

    const stranger = await office(hub, 'ana', { password: 'guessed' })
    await stranger.until(() => linkOf(stranger) === 'down')
    await mia.stop()

    await ana.until(() => availabilityOf(ana, 'mia') === 'offline')
    expect(stranger.office.team().link).toMatchObject({ failure: { kind: 'hub.refused' } })
  })
})

describe('a hub that hangs', () => {
  it.skipIf(canSkip)('is known to within two heartbeats of the line, and found again', { timeout: 30_000 }, async () => {
    const rig = await startMosquitto({ ana: 'open' })
    clear.push(() => rig.stop())
    const ana = await connected({ url: rig.url, passwords: { ana: 'open' } }, 'ana')

    process.kill(rig.pid, 'SIGSTOP')
    await ana.until(() => linkOf(ana) === 'down')
    const { link } = ana.office.team()
    process.kill(rig.pid, 'SIGCONT')

    await ana.until(() => linkOf(ana) === 'up')
    expect(link).toMatchObject({ failure: { kind: 'hub.unreachable', cause: 'Keepalive timeout' } })
  })
})

async function opened(open: () => Promise<RealHub>): Promise<RealHub> {
  const hub = await open()
  clear.push(() => hub.stop())
  return hub
}

type Place = Pick<RealHub, 'url' | 'passwords'>

async function office({ url, passwords }: Place, user: string, options: Partial<OfficeOptions>): Promise<OfficeInTest> {
  const started = await startOffice({ user, url, password: passwords[user] ?? '', ...options })
  clear.push(() => started.remove())
  return started
}

async function connected(hub: Place, user: string, options: Partial<OfficeOptions> = {}): Promise<OfficeInTest> {
  const started = await office(hub, user, options)
  await started.until(() => linkOf(started) === 'up')
  return started
}

async function mosquitto(): Promise<RealHub> {
  const passwords = { ana: 'open', mia: 'sesame' }
  const rig = await startMosquitto(passwords)
  return {
    url: rig.url,
    passwords,
    async crash() {
      await rig.kill()
      await rig.start()
    },
    stop: () => rig.stop(),
  }
}

async function steadylineHub(): Promise<RealHub> {
  const dataDir = mkdtempSync(join(tmpdir(), 'steadyline-real-hub-'))
  const members = await openMembers(dataDir)
  if (!members.ok) throw new Error(members.failure.kind)
  const passwords: Record<string, string> = {}
  for (const user of ['ana', 'mia']) {
    const admitted = await members.value.admit(user)
    if (admitted.ok) passwords[user] = admitted.value.password
  }
  const port = await freeTcpPort()
  let up: () => void = () => undefined
  const nextUp = () =>
    new Promise<void>((resolve) => {
      up = resolve
    })
  const first = nextUp()
  const hub = new Mortal(await bundled('hub-process'), { dataDir, port }, (child) => child.on('message', () => up()))
  await first
  return {
    url: `mqtt://127.0.0.1:${port}`,
    passwords,
    async crash() {
      const again = nextUp()
      hub.kill()
      await again
    },
    async stop() {
      hub.end()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
