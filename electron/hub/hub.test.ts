import { once } from 'node:events'
import { copyFile, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { everyPresence, inboxTopic, ownInbox, presenceTopic } from '../../shared/transfer/team-topics.ts'
import { guardedBroker } from './broker.ts'
import { type HubOptions, openHub, type RunningHub } from './hub.ts'
import { openKeptMessages } from './kept-messages.ts'
import { listening } from './listening.ts'
import { type Members, openMembers } from './members.ts'
import { authorityFile, certificateFiles, freshFolder, Person, silentLog } from './team-of-tests.ts'

let folder: Awaited<ReturnType<typeof freshFolder>>
let members: Members
const passwords = new Map<string, string>()
const hubs: RunningHub[] = []

beforeEach(async () => {
  folder = await freshFolder()
  const opened = await openMembers(folder.path)
  if (!opened.ok) throw new Error(opened.failure.kind)
  members = opened.value
  for (const user of ['ana', 'ana-maria', 'bob']) await admit(user)
})

afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.close()
  await folder.remove()
})

async function admit(user: string): Promise<void> {
  const made = await members.admit(user)
  passwords.set(user, made.ok ? made.value.password : '')
}

function open(options: Partial<HubOptions> = {}) {
  const usual = { port: 0, listen: 'loopback', certificate: null, troubled: () => undefined } as const
  return openHub({ dataDir: folder.path, members, log: silentLog, ...usual, ...options })
}

async function running(options: Partial<HubOptions> = {}): Promise<RunningHub> {
  const hub = await open(options)
  if (!hub.ok) throw new Error(JSON.stringify(hub.failure))
  hubs.push(hub.value)
  return hub.value
}

function joins({ port }: RunningHub, user: string, options = {}): Promise<Person> {
  return Person.connected(`mqtt://127.0.0.1:${port}`, user, passwords.get(user) ?? '', options)
}

describe('a session', () => {
  it('of somebody else can be neither taken over nor ended', async () => {
    const hub = await running()
    const maria = await joins(hub, 'ana-maria', { clientId: 'steadyline-ana-maria-laptop' })

    for (const clientId of ['steadyline-ana-maria-laptop', 'steadyline-ana-maria', 'steadyline-bob', 'other', '']) {
      await expect(joins(hub, 'ana', { clientId, clean: true }), clientId).rejects.toThrow('Identifier rejected')
    }
    expect(maria.isConnected).toBe(true)
  })

  it('each machine of one person has its own, and hears everything', async () => {
    const hub = await running()
    const machines = [
      await joins(hub, 'bob', { clientId: 'steadyline-bob-desk' }),
      await joins(hub, 'bob', { clientId: 'steadyline-bob-laptop' }),
    ]
    for (const machine of machines) await machine.listensTo(ownInbox('bob'))

    const ana = await joins(hub, 'ana')
    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'a brief')

    for (const machine of machines) await expect.poll(() => machine.heard).toHaveLength(1)
  })
})

describe('a pattern that is refused', () => {
  it('is refused by name, and one granted beside it is granted', async () => {
    const hub = await running()
    const ana = await joins(hub, 'ana')

    expect(
      await ana.listensTo(ownInbox('ana'), ownInbox('bob'), everyPresence, '#', `${ownInbox('bob').slice(0, -1)}+/+`),
    ).toEqual([1, 128, 1, 128, 128])
  })
})

describe('many colleagues writing at once', () => {
  it('are all heard once by somebody who is there, in whatever order, without having to come back for it', async () => {
    const hub = await running()
    const bob = await joins(hub, 'bob')
    await bob.listensTo(ownInbox('bob'))
    const writers = await Promise.all(
      Array.from({ length: 20 }, (_, number) => joins(hub, 'ana', { clientId: `steadyline-ana-${number}` })),
    )
    const maria = await joins(hub, 'ana-maria')

    const briefs = Array.from({ length: 50 }, (_, number) => `brief ${number}`)
    await Promise.all([
      ...writers.flatMap((writer) => briefs.map((text) => writer.says(inboxTopic('bob', 'brief', 'ana'), text))),
      ...briefs.map((text) => maria.says(inboxTopic('bob', 'brief', 'ana-maria'), text)),
    ])

    await expect.poll(() => bob.heard.length, { timeout: 10_000 }).toBe(21 * 50)
    const fromMaria = bob.heard.filter(({ topic }) => topic === inboxTopic('bob', 'brief', 'ana-maria'))
    expect(fromMaria.map(({ text }) => text).toSorted()).toEqual(briefs.toSorted())
  })
})

describe('somebody who leaves the team', () => {
  it('is disconnected at once, and what waited for them is not given to the next of that name', async () => {
    const hub = await running()
    const [ana, bob] = [await joins(hub, 'ana'), await joins(hub, 'bob')]
    await bob.listensTo(ownInbox('bob'))
    await bob.says(presenceTopic('bob'), 'available', true)
    await bob.leaves()
    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'for the old bob')
    const other = await joins(hub, 'bob', { clientId: 'steadyline-bob-laptop' })

    await members.expel('bob')
    await other.gone()
    await expect(joins(hub, 'bob')).rejects.toThrow('Bad username or password')

    await admit('bob')
    const next = await joins(hub, 'bob')
    await next.listensTo(ownInbox('bob'), everyPresence)
    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'for the new bob')
    await expect.poll(() => next.heard).toEqual([{ topic: inboxTopic('bob', 'brief', 'ana'), text: 'for the new bob' }])
  })

  it('and so is whoever uses a password that was replaced', async () => {
    const hub = await running()
    const ana = await joins(hub, 'ana')

    await admit('ana')
    await ana.gone()

    expect((await joins(hub, 'ana')).isConnected).toBe(true)
  })
})

describe('a hub that starts again', () => {
  it('still has what waited, who was there, and what was said last', async () => {
    const first = await running()
    const [ana, bob] = [await joins(first, 'ana'), await joins(first, 'bob')]
    await bob.listensTo(ownInbox('bob'), everyPresence)
    await bob.leaves()
    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'before')
    await ana.says(presenceTopic('ana'), 'available', true)
    await hubs.pop()?.close()

    const second = await running()
    const [anaAgain, back] = [await joins(second, 'ana'), await joins(second, 'bob')]
    await anaAgain.says(inboxTopic('bob', 'brief', 'ana'), 'after')

    expect(back.connack.sessionPresent).toBe(true)
    const inbox = () => back.heard.filter(({ topic }) => topic !== presenceTopic('ana')).map(({ text }) => text)
    await expect.poll(inbox).toEqual(['before', 'after'])
  })
})

describe('the last words of somebody connected', () => {
  const lastWords = { topic: presenceTopic('ana'), payload: Buffer.from('offline'), qos: 1, retain: true } as const

  it('are said and kept when the hub stops, and that is no trouble', async () => {
    const troubled = vi.fn()
    const first = await running({ troubled })
    const ana = await joins(first, 'ana', { will: lastWords })
    await ana.says(presenceTopic('ana'), 'available', true)
    await hubs.pop()?.close()

    const bob = await joins(await running({ troubled }), 'bob')
    await bob.listensTo(everyPresence)

    await expect.poll(() => bob.heard).toEqual([{ topic: presenceTopic('ana'), text: 'offline' }])
    expect(troubled).not.toHaveBeenCalled()
  })

  it('are said a minute after a restart when the hub was killed and they did not come back', async () => {
    const kept = await openKeptMessages(folder.path, 'killed', () => null)
    if (!kept.ok) throw new Error(kept.failure.kind)
    await kept.value.persistence.putWill({ id: 'steadyline-ana-desk' }, { cmd: 'publish', dup: false, ...lastWords })
    await kept.value.persistence.putWill(
      { id: 'steadyline-ana-maria' },
      { cmd: 'publish', dup: false, ...lastWords, topic: presenceTopic('bob') },
    )
    await kept.value.persistence.destroy()
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const hub = await running()

    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    const bob = await joins(hub, 'bob')
    await bob.listensTo(everyPresence)

    await expect.poll(() => bob.heard).toEqual([{ topic: presenceTopic('ana'), text: 'offline' }])
  })
})

describe('a hub that cannot keep what it is told', () => {
  it('acknowledges nothing, lets go of whoever said it, and says why', async () => {
    const kept = await openKeptMessages(folder.path, 'hub', () => null)
    if (!kept.ok) throw new Error(kept.failure.kind)
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const messages = { ...kept.value, keep: () => Promise.reject(full) }
    const failures: unknown[] = []
    const broker = guardedBroker({ hubId: 'hub', members, messages, log: silentLog, troubled: (why) => failures.push(why) })
    await broker.start()
    const server = await listening({ port: 0, listen: 'loopback', certificate: null, handle: broker.welcome })
    if (!server.ok) throw new Error(server.failure.kind)
    const ana = await Person.connected(`mqtt://127.0.0.1:${server.value.port}`, 'ana', passwords.get('ana') ?? '')

    const said = ana.says(inboxTopic('bob', 'brief', 'ana'), 'a brief').then(() => 'acknowledged')
    const outcome = await Promise.race([said, ana.gone().then(() => 'let go')])

    expect([outcome, failures]).toEqual(['let go', [{ kind: 'hosting.disk', cause: 'ENOSPC' }]])
    const closed = server.value.close()
    await broker.close()
    await closed
    await kept.value.persistence.destroy()
  })
})

describe('an encrypted hub', () => {
  const certificate = certificateFiles('good')

  it('is joined by whoever trusts its certificate, and by nobody else', async () => {
    const hub = await running({ certificate })
    const ca = await readFile(certificate.certificate)
    const url = `mqtts://127.0.0.1:${hub.port}`

    const ana = await Person.connected(url, 'ana', passwords.get('ana') ?? '', { ca })

    expect([hub.urls, hub.encrypted, ana.isConnected]).toEqual([[url], true, true])
    await expect(Person.connected(url, 'bob', passwords.get('bob') ?? '')).rejects.toThrow('self-signed certificate')
  })

  it('closes on a client that does not encrypt, or encrypts as in 2006, and stays open for the others', async () => {
    const hub = await running({ certificate })
    const ca = await readFile(certificate.certificate)

    await expect(joins(hub, 'ana')).rejects.toThrow()
    const old = connectTls({ port: hub.port, host: '127.0.0.1', ca, maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' })
    await expect(once(old, 'secureConnect')).rejects.toThrow()

    expect((await Person.connected(`mqtts://127.0.0.1:${hub.port}`, 'ana', passwords.get('ana') ?? '', { ca })).isConnected).toBe(
      true,
    )
  })

  it('shows a renewed certificate to whoever comes next, once its key is there too, and keeps those who are there', async () => {
    const own = { certificate: join(folder.path, 'hub.pem'), key: join(folder.path, 'hub.key') }
    const warned: unknown[] = []
    const replace = async (name: 'good' | 'renewed', what: 'certificate' | 'key') =>
      copyFile(certificateFiles(name)[what], own[what])
    for (const what of ['certificate', 'key'] as const) await replace('good', what)
    const hub = await running({ certificate: own, log: { ...silentLog, warn: (_message, facts) => void warned.push(facts) } })
    const url = `mqtts://127.0.0.1:${hub.port}`
    const ana = await Person.connected(url, 'ana', passwords.get('ana') ?? '', { ca: await readFile(certificate.certificate) })
    const authority = await readFile(authorityFile)
    const joinsAnew = () => Person.connected(url, 'bob', passwords.get('bob') ?? '', { ca: authority })

    await replace('renewed', 'certificate')
    await expect.poll(() => warned, { timeout: 5000 }).toHaveLength(1)
    await expect(joinsAnew()).rejects.toThrow()
    await replace('renewed', 'key')
    await expect
      .poll(
        () =>
          joinsAnew().then(
            ({ isConnected }) => isConnected,
            () => false,
          ),
        { timeout: 5000 },
      )
      .toBe(true)

    expect(warned).toEqual([{ kind: 'hosting.certificate', cause: 'ERR_OSSL_X509_KEY_VALUES_MISMATCH' }])
    expect(ana.isConnected).toBe(true)
  })

  it.each([
    ['an expired certificate', certificateFiles('expired'), 'it expired on Jan  1 00:00:00 2021 GMT'],
    [
      'the key of another certificate',
      { ...certificate, key: certificateFiles('expired').key },
      'ERR_OSSL_X509_KEY_VALUES_MISMATCH',
    ],
    ['a certificate that is not there', { ...certificate, certificate: '/no/such.pem' }, 'ENOENT'],
    ['a certificate that is none', { ...certificate, certificate: import.meta.filename }, 'ERR_OSSL_PEM_NO_START_LINE'],
  ])('does not start with %s', async (_what, files, cause) => {
    expect(await open({ certificate: files })).toEqual({ ok: false, failure: { kind: 'hosting.certificate', cause } })
  })
})

describe('a hub that cannot start', () => {
  it('says that its port is taken, and can be started elsewhere at once', async () => {
    const { port } = await running()
    const place = await freshFolder()

    expect(await open({ port, dataDir: place.path })).toEqual({ ok: false, failure: { kind: 'hosting.portInUse', port } })
    const elsewhere = await running({ dataDir: place.path })
    expect(elsewhere.port).not.toBe(port)
    await hubs.pop()?.close()
    await place.remove()
  })

  it('says that another hub has its folder', async () => {
    await running()

    expect(await open()).toMatchObject({ ok: false, failure: { kind: 'hosting.failed', cause: /^another hub uses / } })
  })
})

it('a stranger who says nothing is let go when the hub closes', async () => {
  const hub = await running()
  const socket = connect(hub.port, '127.0.0.1')
  await once(socket, 'connect')
  const letGo = once(socket, 'close')

  await hubs.pop()?.close()

  await letGo
})
