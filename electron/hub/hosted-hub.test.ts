import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeTcpPort } from '../../e2e/rig/free-port.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { HostedHub } from '../../shared/transfer/team.ts'
import { type HubHosting, hubHosting } from './hosted-hub.ts'
import { type HubOptions, openHub } from './hub.ts'
import { certificateFiles, freshFolder, Person, silentLog } from './team-of-tests.ts'

let folder: Awaited<ReturnType<typeof freshFolder>>
let hosting: HubHosting
let told: HostedHub[]
let settings: Settings['hub']

beforeEach(async () => {
  folder = await freshFolder()
  told = []
  hosting = hubHosting({ dataDir: folder.path, log: silentLog, changed: (hub) => told.push(hub) })
  settings = { enabled: true, port: await freeTcpPort(), listen: 'loopback', certificate: '', key: '' }
})

afterEach(async () => {
  await hosting.stop()
  await folder.remove()
})

function running(members: readonly string[] = []): HostedHub {
  return { state: 'running', urls: [`mqtt://127.0.0.1:${settings.port}`], encrypted: false, members }
}

async function admitted(user: string): Promise<string> {
  const made = await hosting.admit(user)
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value.password
}

function joins(port: number, user: string, password: string): Promise<Person> {
  return Person.connected(`mqtt://127.0.0.1:${port}`, user, password)
}

describe("a supervisor's hub", () => {
  it('starts, tells who belongs to it, and stops, as the settings say', async () => {
    await hosting.apply(settings)
    const password = await admitted('ana')
    const ana = await joins(settings.port, 'ana', password)
    await hosting.expel('ana')
    await ana.gone()
    await hosting.apply({ ...settings, enabled: false })

    expect(told).toEqual([{ state: 'starting' }, running(), running(['ana']), running(), { state: 'off' }])
    await expect(joins(settings.port, 'ana', password)).rejects.toThrow('ECONNREFUSED')
  })

  it('moves to another port, and everybody who belongs to it still does', async () => {
    await hosting.apply(settings)
    const password = await admitted('ana')
    const before = settings.port
    settings = { ...settings, port: await freeTcpPort() }

    await hosting.apply(settings)

    expect([hosting.state(), (await joins(settings.port, 'ana', password)).isConnected]).toEqual([running(['ana']), true])
    await expect(joins(before, 'ana', password)).rejects.toThrow('ECONNREFUSED')
  })

  it('goes on undisturbed when settings that are not its own change', async () => {
    await hosting.apply(settings)
    const ana = await joins(settings.port, 'ana', await admitted('ana'))
    const before = told.length

    await hosting.apply({ ...settings })

    expect([told.length, ana.isConnected]).toEqual([before, true])
  })

  it('follows settings that change faster than it can', async () => {
    const other = await freeTcpPort()
    await Promise.all([
      hosting.apply(settings),
      hosting.apply({ ...settings, enabled: false }),
      hosting.apply({ ...settings, port: other }),
      hosting.apply(settings),
    ])

    expect(hosting.state()).toEqual(running())
    await expect(joins(other, 'ana', '')).rejects.toThrow('ECONNREFUSED')
  })

  it('makes members also while it is off', async () => {
    const password = await admitted('ana')

    await hosting.apply(settings)

    expect((await joins(settings.port, 'ana', password)).isConnected).toBe(true)
  })
})

describe('a hub that cannot run', () => {
  it('says that its port is taken, and runs once it is free', async () => {
    const other = hubHosting({ dataDir: join(folder.path, 'other'), log: silentLog, changed: () => undefined })
    await other.apply(settings)

    await hosting.apply(settings)
    const failed = hosting.state()
    await other.stop()
    await hosting.apply(settings)

    expect(failed).toEqual({ state: 'failed', failure: { kind: 'hosting.portInUse', port: settings.port } })
    expect(hosting.state()).toEqual(running())
  })

  it('does not open itself to the network without a certificate', async () => {
    await hosting.apply({ ...settings, listen: 'everywhere' })

    expect(told).toEqual([{ state: 'failed', failure: { kind: 'hosting.needsCertificate' } }])
  })

  it('says that its certificate has expired', async () => {
    await hosting.apply({ ...settings, listen: 'everywhere', ...certificateFiles('expired') })

    expect(hosting.state()).toMatchObject({ state: 'failed', failure: { kind: 'hosting.certificate', cause: /expired/ } })
  })

  it('says that its folder cannot be used, and runs once it can', async () => {
    const inTheWay = join(folder.path, 'hub')
    await writeFile(inTheWay, '')

    await hosting.apply(settings)

    expect(hosting.state()).toMatchObject({ state: 'failed', failure: { kind: 'hosting.disk' } })
    expect(await hosting.admit('ana')).toMatchObject({ ok: false, failure: { kind: 'hosting.disk' } })
    await folder.remove()
    await hosting.apply(settings)
    expect(hosting.state()).toEqual(running())
  })
})

it('a hub that could no longer write lets go of everybody, says so, and is tried again', async () => {
  let diskFails: HubOptions['troubled'] = () => undefined
  const watched = hubHosting({
    dataDir: folder.path,
    log: silentLog,
    changed: (hub) => told.push(hub),
    retryAfter: 1,
    openHub: (options) => {
      diskFails = options.troubled
      return openHub(options)
    },
  })
  await watched.apply(settings)
  const made = await watched.admit('ana')
  const ana = await joins(settings.port, 'ana', made.ok ? made.value.password : '')
  told = []

  const failure = { kind: 'hosting.disk', cause: 'ENOSPC' } as const
  diskFails(failure)
  diskFails(failure)
  await ana.gone()

  await expect.poll(() => told).toEqual([{ state: 'failed', failure }, { state: 'starting' }, running(['ana'])])
  await watched.stop()
})

it('a hub for the network with a certificate names what the certificate stands for', async () => {
  await hosting.apply({ ...settings, listen: 'everywhere', ...certificateFiles('good') })

  expect(hosting.state()).toEqual({
    state: 'running',
    urls: [`mqtts://localhost:${settings.port}`, `mqtts://127.0.0.1:${settings.port}`],
    encrypted: true,
    members: [],
  })
})
