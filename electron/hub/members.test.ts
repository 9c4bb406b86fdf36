import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Members, type MembersChange, openMembers } from './members.ts'
import { freshFolder } from './team-of-tests.ts'

let folder: Awaited<ReturnType<typeof freshFolder>>
let members: Members
let file: string

beforeEach(async () => {
  folder = await freshFolder()
  file = join(folder.path, 'hub', 'members.json')
  members = await opened()
})

afterEach(() => folder.remove())

async function opened(): Promise<Members> {
  const result = await openMembers(folder.path)
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value
}

async function passwordOf(user: string): Promise<string> {
  const made = await members.admit(user)
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value.password
}

describe('a member of the team', () => {
  it('is known by the password made for them, also after a restart', async () => {
    const password = await passwordOf('ana')

    const later = await opened()

    expect(
      await Promise.all([later.check('ana', password), later.check('ana', `${password}x`), later.check('bob', password)]),
    ).toEqual([true, false, false])
  })

  it('has a password that can be read aloud, and is nowhere on the disk', async () => {
    const password = await passwordOf('ana')

    expect(password).toMatch(/^([abcdefghjkmnpqrstvwxyz2-9]{5}-){4}[abcdefghjkmnpqrstvwxyz2-9]{5}$/)
    expect(await readFile(file, 'utf8')).not.toContain(password)
  })

  it('who gets a new password cannot use the old one', async () => {
    const old = await passwordOf('ana')
    const renewed = await passwordOf('ana')

    expect(await Promise.all([members.check('ana', old), members.check('ana', renewed)])).toEqual([false, true])
  })

  it('who left is nobody', async () => {
    const password = await passwordOf('ana')
    await passwordOf('bob')

    await members.expel('ana')

    expect([members.list(), await members.check('ana', password)]).toEqual([['bob'], false])
  })

  it.each(['Ana', 'a/b', '', '+', '#', 'a b', '__proto__', 'x'.repeat(65)])('is not called %j', async (user) => {
    expect(await members.admit(user)).toEqual({
      ok: false,
      failure: { kind: 'hosting.failed', cause: `not a user name: ${JSON.stringify(user)}` },
    })
  })
})

it('what another process changes in the file is noticed, and loses nobody', async () => {
  const other = await opened()
  const changes: MembersChange[] = []
  const off = members.watch((change) => changes.push(change))
  await passwordOf('ana')

  await other.admit('bob')
  await other.admit('ana')
  await expect.poll(() => changes.slice(1), { timeout: 5000 }).toEqual([{ joined: ['bob'], gone: [], renewed: ['ana'] }])
  await other.expel('bob')
  await expect.poll(() => changes.slice(2), { timeout: 5000 }).toEqual([{ joined: [], gone: ['bob'], renewed: [] }])

  off()
  expect(members.list()).toEqual(['ana'])
})

it('somebody made a member by another process may join at once', async () => {
  const made = await (await opened()).admit('ana')

  expect(made.ok && (await members.check('ana', made.value.password))).toBe(true)
})

it.skipIf(process.platform === 'win32')('the file is readable by its owner alone', async () => {
  await passwordOf('ana')

  expect([(await stat(file)).mode & 0o777, (await stat(join(folder.path, 'hub'))).mode & 0o777]).toEqual([0o600, 0o700])
})

it.each(['{"memb', '{"members":{"ana":"plain text"}}', '[]'])(
  'a file with %j in it is trouble, and stays as it is',
  async (text) => {
    await mkdir(join(folder.path, 'hub'), { recursive: true })
    await writeFile(file, text)

    expect([await openMembers(folder.path), await members.admit('ana')]).toMatchObject([
      { ok: false, failure: { kind: 'hosting.disk' } },
      { ok: false, failure: { kind: 'hosting.disk' } },
    ])
    expect(await readFile(file, 'utf8')).toBe(text)
  },
)

it('a folder that cannot be written is said to be so', async () => {
  await writeFile(join(folder.path, 'hub'), 'a file in the way')

  expect(await members.admit('ana')).toMatchObject({ ok: false, failure: { kind: 'hosting.disk' } })
})
