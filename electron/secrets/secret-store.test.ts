import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Keychain } from '../keychain.ts'
import type { Log } from '../log.ts'
import { openSeal } from '../seal.ts'
import { openSecretStore } from './secret-store.ts'

let dataDir: string
let logged: string[]

const note = (message: string, facts?: unknown) => void logged.push(`${message} ${JSON.stringify(facts)}`)
const log: Log = { debug: note, info: note, warn: note, error: note }

/** A keychain of another user cannot unwrap what this one wrapped. */
function keychainOf(user: string): Keychain {
  const turn = (text: string) => [...text].reverse().join('')
  return {
    wrap: (text) => Buffer.from(`${user}:${turn(text)}`),
    unwrap: (wrapped) => {
      const [owner, text = ''] = wrapped.toString().split(':')
      if (owner !== user) throw new Error('not yours')
      return turn(text)
    },
  }
}

async function open(keychain: Keychain | null = null) {
  return openSecretStore(dataDir, await openSeal(dataDir, keychain, log), log)
}

const textOf = (name: string) => readFile(join(dataDir, name), 'utf8')

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-secrets-'))
  logged = []
})

afterEach(() => rm(dataDir, { recursive: true }))

describe('the secrets of an agent', () => {
  it.each([
    ['a keychain', keychainOf('ana')],
    ['no keychain', null],
  ])('are back after a restart, where there is %s', async (_what, keychain) => {
    const store = await open(keychain)
    await Promise.all([store.keep('hubPassword', 'tiger'), store.keep('webhookUrl', 'https://chat.example/secret')])

    const reopened = await open(keychain)

    expect({
      kept: reopened.kept(),
      values: [reopened.read('hubPassword'), reopened.read('webhookUrl'), reopened.read('asteriskSecret')],
      logged,
    }).toEqual({ kept: ['hubPassword', 'webhookUrl'], values: ['tiger', 'https://chat.example/secret', null], logged: [] })
  })

  it('stand in no file in the clear, and only this user may read the files', async () => {
    const store = await open(keychainOf('ana'))
    await store.keep('hubPassword', 'tiger')

    const modes = await Promise.all(['secrets.json', 'seal-key.json'].map(async (name) => (await stat(join(dataDir, name))).mode))
    expect(`${await textOf('secrets.json')}${await textOf('seal-key.json')}`).not.toContain('tiger')
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600])
  })

  it('are forgotten by an empty value', async () => {
    const store = await open()
    await store.keep('hubPassword', 'tiger')
    await store.keep('hubPassword', '')

    expect([store.kept(), (await open()).kept()]).toEqual([[], []])
  })

  it('count as never given on another machine, and the old files are kept aside', async () => {
    await (await open(keychainOf('ana'))).keep('hubPassword', 'tiger')

    const moved = await open(keychainOf('ben'))

    expect(moved.kept()).toEqual([])
    expect((await readdir(dataDir)).sort()).toEqual(['seal-key.broken-1.json', 'seal-key.json', 'secrets.broken-1.json'])
    expect(await moved.keep('hubPassword', 'lion')).toEqual({ ok: true, value: null })
    expect((await open(keychainOf('ben'))).read('hubPassword')).toBe('lion')
  })

  it('survive that the keychain appears after the first start, and the key is then wrapped', async () => {
    await (await open(null)).keep('hubPassword', 'tiger')
    const plain = await textOf('seal-key.json')

    const later = await open(keychainOf('ana'))

    expect(later.read('hubPassword')).toBe('tiger')
    expect([Object.keys(JSON.parse(plain)), Object.keys(JSON.parse(await textOf('seal-key.json')))]).toEqual([
      ['plain'],
      ['wrapped'],
    ])
  })

  it.each([
    ['cut short', () => '{"hubPassword":"da'],
    ['of another shape', () => '["hubPassword"]'],
    ['changed in one character', (good: string) => good.replace(/(?<=: ")./, (letter) => (letter === 'A' ? 'B' : 'A'))],
    ['a secret under the name of another', (good: string) => good.replace('hubPassword', 'webhookUrl')],
  ])('count as never given when the file is %s, and it is kept aside', async (_what, broken) => {
    await (await open()).keep('hubPassword', 'tiger')
    const text = broken(await textOf('secrets.json'))
    await writeFile(join(dataDir, 'secrets.json'), text)

    const store = await open()

    expect([store.kept(), store.read('hubPassword'), store.read('webhookUrl')]).toEqual([[], null, null])
    expect(await textOf('secrets.broken-1.json')).toBe(text)
    expect(logged).toHaveLength(1)
    expect(logged.join()).not.toContain('tiger')
  })

  it('are not called kept while the keychain keeps no key', async () => {
    const locked: Keychain = {
      wrap() {
        throw new Error('locked')
      },
      unwrap: String,
    }
    const store = await open(locked)
    expect(await store.keep('hubPassword', 'tiger')).toEqual({
      ok: false,
      failure: { kind: 'settings.notSaved', cause: 'Error' },
    })
    expect([store.kept(), await readdir(dataDir)]).toEqual([[], []])
  })

  it('stay as they were when one cannot be written', async () => {
    const store = await open()
    await mkdir(join(dataDir, 'secrets.json'))

    expect(await store.keep('hubPassword', 'tiger')).toEqual({
      ok: false,
      failure: { kind: 'settings.notSaved', cause: 'EISDIR' },
    })
    expect([store.read('hubPassword'), logged.join().includes('tiger')]).toEqual([null, false])
  })
})
