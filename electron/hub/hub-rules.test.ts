import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInstalled } from '../../e2e/rig/is-installed.ts'
import { mosquittoPath, mosquittoRules, mosquittoSettings, startMosquitto } from '../../e2e/rig/mosquitto.ts'
import { everyPresence, inboxTopic, ownInbox, presenceTopic } from '../../shared/transfer/team-topics.ts'
import { openHub } from './hub.ts'
import { openMembers } from './members.ts'
import { freshFolder, Person, silentLog } from './team-of-tests.ts'

type Passwords = Readonly<Record<'ana' | 'bob' | 'eve', string>>

interface Place {
  readonly url: string
  readonly passwords: Passwords
  stop(): Promise<void>
}

async function ourHub(): Promise<Place> {
  const folder = await freshFolder()
  const members = await openMembers(folder.path)
  if (!members.ok) throw new Error(members.failure.kind)
  const admitted = async (user: string) => {
    const made = await members.value.admit(user)
    return made.ok ? made.value.password : ''
  }
  const passwords = { ana: await admitted('ana'), bob: await admitted('bob'), eve: await admitted('eve') }
  const hub = await openHub({
    dataDir: folder.path,
    port: 0,
    listen: 'loopback',
    certificate: null,
    members: members.value,
    log: silentLog,
    troubled: () => undefined,
  })
  if (!hub.ok) throw new Error(hub.failure.kind)
  return {
    url: `mqtt://127.0.0.1:${hub.value.port}`,
    passwords,
    async stop() {
      await hub.value.close()
      await folder.remove()
    },
  }
}

async function mosquitto(): Promise<Place> {
  const passwords = { ana: 'of-ana', bob: 'of-bob', eve: 'of-eve' }
  const { url, stop } = await startMosquitto(passwords)
  return { url, passwords, stop }
}

const canSkip = process.env.CI === undefined && !isInstalled('mosquitto', mosquittoPath)
if (canSkip) console.log('The rules are not tried on Mosquitto: it is not installed')

describe.each([
  { name: 'our hub', open: ourHub, skip: false },
  { name: 'Mosquitto, set up as documented', open: mosquitto, skip: canSkip },
])('on $name', ({ open, skip }) => {
  let place: Place

  beforeEach(async (context) => {
    if (skip) context.skip()
    place = await open()
  })

  afterEach(() => place?.stop())

  const joins = (user: keyof Passwords, options = {}) => Person.connected(place.url, user, place.passwords[user], options)

  it('a colleague hears what is written to their inbox, and everybody hears who is there', async () => {
    const [ana, bob] = [await joins('ana'), await joins('bob')]
    await bob.listensTo(ownInbox('bob'), everyPresence)

    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'a brief')
    await ana.says(presenceTopic('ana'), 'available', true)

    await expect
      .poll(() => bob.heard)
      .toEqual([
        { topic: inboxTopic('bob', 'brief', 'ana'), text: 'a brief' },
        { topic: presenceTopic('ana'), text: 'available' },
      ])
  })

  it('nobody hears what is written under the name of somebody else, and the writer stays connected', async () => {
    const [eve, bob] = [await joins('eve'), await joins('bob')]
    await bob.listensTo(ownInbox('bob'), everyPresence)

    await eve.says(inboxTopic('bob', 'brief', 'ana'), 'forged')
    await eve.says(presenceTopic('ana'), 'forged', true)
    await eve.says('steadyline/2/inbox/bob/brief/eve', 'of another version')
    await eve.says(inboxTopic('bob', 'brief', 'eve'), 'honest')

    await expect.poll(() => bob.heard).toEqual([{ topic: inboxTopic('bob', 'brief', 'eve'), text: 'honest' }])
    expect(eve.isConnected).toBe(true)
  })

  it("nobody hears another's inbox, not even by a pattern asked for beside their own or after coming back", async () => {
    const [eve, ana] = [await joins('eve'), await joins('ana')]
    await eve.listensTo(ownInbox('bob'), ownInbox('eve'), 'steadyline/1/inbox/#', '#', '$SYS/#').catch(() => undefined)
    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'for bob alone')
    await eve.leaves()
    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'for bob alone, later')

    const back = await joins('eve')
    await back.listensTo(ownInbox('eve'))
    await ana.says(inboxTopic('eve', 'brief', 'ana'), 'for eve')

    await expect.poll(() => back.heard).toEqual([{ topic: inboxTopic('eve', 'brief', 'ana'), text: 'for eve' }])
    expect(eve.heard).toEqual([])
  })

  it('what was written to somebody away is heard when they come back, in order', async () => {
    const bob = await joins('bob')
    await bob.listensTo(ownInbox('bob'))
    await bob.leaves()
    const ana = await joins('ana')
    for (let number = 1; number <= 20; number += 1) await ana.says(inboxTopic('bob', 'brief', 'ana'), `brief ${number}`)

    const back = await joins('bob')

    const expected = Array.from({ length: 20 }, (_, index) => `brief ${index + 1}`)
    await expect.poll(() => back.heard.map(({ text }) => text)).toEqual(expected)
  })

  it('last words are said for somebody who vanishes, under their own name alone', async () => {
    const bob = await joins('bob')
    await bob.listensTo(everyPresence)
    const will = (topic: string) => ({ topic, payload: Buffer.from('offline'), qos: 1 as const, retain: true })
    const forger = await joins('eve', { will: will(presenceTopic('bob')) })
    const ana = await joins('ana', { will: will(presenceTopic('ana')) })

    forger.vanishes()
    ana.vanishes()

    await expect.poll(() => bob.heard).toEqual([{ topic: presenceTopic('ana'), text: 'offline' }])
  })

  it.each([
    ['a wrong password', 'ana', 'guessed'],
    ['an unknown name', 'nobody', 'guessed'],
    ['no password', 'ana', ''],
  ])('%s is refused', async (_what, user, password) => {
    await expect(Person.connected(place.url, user, password)).rejects.toThrow(/Connection refused: (Bad|Not auth)/)
  })

  it('a message of a mebibyte costs its writer the line and disturbs nobody else', async () => {
    const [eve, ana, bob] = [await joins('eve'), await joins('ana'), await joins('bob')]
    await bob.listensTo(ownInbox('bob'))

    void eve.says(inboxTopic('bob', 'brief', 'eve'), 'x'.repeat(1024 * 1024)).catch(() => undefined)
    await eve.gone()
    await ana.says(inboxTopic('bob', 'brief', 'ana'), 'a brief')

    await expect.poll(() => bob.heard).toEqual([{ topic: inboxTopic('bob', 'brief', 'ana'), text: 'a brief' }])
  })
})

it('the page for team leads has every line that Mosquitto is tried with', async () => {
  const page = (await readFile(join(import.meta.dirname, '../../docs/hub.md'), 'utf8')).split('\n')

  expect(page).toEqual(expect.arrayContaining([...mosquittoRules, ...mosquittoSettings]))
})
