import { unwatchFile, watchFile } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import { failed, type Result, success } from '../../shared/result.ts'
import { type PersonId, personId } from '../../shared/transfer/colleague.ts'
import type { HostingFailure } from '../../shared/transfer/team.ts'
import { hashOf, isPasswordOf, newPassword, type PasswordHash, passwordHash } from './password.ts'
import { causeOf, diskFailure } from './trouble.ts'
import { twoAtATime } from './two-at-a-time.ts'

/** Who may join the hub. */
export interface Members {
  list(): readonly PersonId[]
  /** Makes a member, or a new password for one; it is readable only now. */
  admit(user: string): Promise<Result<{ password: string }, HostingFailure>>
  expel(user: string): Promise<Result<null, HostingFailure>>
  check(user: string, password: string): Promise<boolean>
  /** Says who has joined, left or has another password, whichever process changed the file; returns its own off. */
  watch(listener: (change: MembersChange) => void): () => void
}

export interface MembersChange {
  readonly joined: readonly PersonId[]
  readonly gone: readonly PersonId[]
  /** Members whose old password no longer holds. */
  readonly renewed: readonly PersonId[]
}

const membersFile = z.object({ members: z.record(personId, passwordHash) })
type Book = ReadonlyMap<PersonId, PasswordHash>

/** Milliseconds between two looks at the file, which the command line may change while the hub runs. */
const lookEvery = 500

/** `<dataDir>/hub/members.json`; a missing file is an empty team, one that cannot be read is trouble. */
export async function openMembers(dataDir: string): Promise<Result<Members, HostingFailure>> {
  const folder = join(dataDir, 'hub')
  const path = join(folder, 'members.json')
  const listeners = new Set<(change: MembersChange) => void>()
  const first = await stored(path)
  if (!first.ok) return first
  let book = first.value
  let lastStamp = ''
  let lastWrite: Promise<unknown> = Promise.resolve()
  const turn = twoAtATime()

  function adopt(next: Book): void {
    const change = difference(book, next)
    book = next
    if (Object.values(change).every((users) => users.length === 0)) return
    for (const listener of listeners) listener(change)
  }

  async function look(): Promise<void> {
    const stamp = await stampOf(path)
    if (stamp === lastStamp) return
    const read = await stored(path)
    if (!read.ok) return
    lastStamp = stamp
    adopt(read.value)
  }

  function lookInTurn(): Promise<unknown> {
    lastWrite = lastWrite.then(look)
    return lastWrite
  }

  /** From the file and not from memory: another process may have written it since. */
  function rewrite(edit: (members: Map<PersonId, PasswordHash>) => void): Promise<Result<null, HostingFailure>> {
    const written = lastWrite.then(async () => {
      const read = await stored(path)
      if (!read.ok) return read
      const next = new Map(read.value)
      edit(next)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFileAtomic(path, textOf(next), { mode: 0o600 })
      } catch (error) {
        return failed(diskFailure(error))
      }
      adopt(next)
      return success(null)
    })
    lastWrite = written
    return written
  }

  return success({
    list: () => [...book.keys()].sort(),
    async admit(user) {
      if (!personId.safeParse(user).success) return failed(notAName(user))
      const password = newPassword()
      const hash = await hashOf(password)
      const written = await rewrite((members) => members.set(user, hash))
      return written.ok ? success({ password }) : written
    },
    expel: (user) => rewrite((members) => members.delete(user)),
    async check(user, password) {
      await lookInTurn()
      return turn(() => isPasswordOf(book.get(user), password))
    },
    watch(listener) {
      if (listeners.size === 0) watchFile(path, { interval: lookEvery, persistent: false }, lookInTurn)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) unwatchFile(path, lookInTurn)
      }
    },
  })
}

async function stored(path: string): Promise<Result<Book, HostingFailure>> {
  try {
    const { members } = membersFile.parse(JSON.parse(await readFile(path, 'utf8')))
    return success(new Map(Object.entries(members)))
  } catch (error) {
    if (causeOf(error) === 'ENOENT') return success(new Map())
    return failed({ kind: 'hosting.disk', cause: `members.json: ${causeOf(error)}` })
  }
}

/** Another one whenever the file was replaced. */
async function stampOf(path: string): Promise<string> {
  return stat(path).then(
    ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
    () => 'none',
  )
}

function textOf(book: Book): string {
  const members = [...book].map(([user, { salt, hash }]) => {
    return [user, { salt: salt.toString('base64'), hash: hash.toString('base64') }] as const
  })
  return `${JSON.stringify({ members: Object.fromEntries(members) }, null, 2)}\n`
}

function difference(before: Book, after: Book): MembersChange {
  const known = [...before]
  return {
    joined: [...after.keys()].filter((user) => !before.has(user)),
    gone: known.flatMap(([user]) => (after.has(user) ? [] : [user])),
    renewed: known.flatMap(([user, { hash }]) => (after.get(user)?.hash.equals(hash) === false ? [user] : [])),
  }
}

function notAName(user: string): HostingFailure {
  return { kind: 'hosting.failed', cause: `not a user name: ${JSON.stringify(user)}` }
}
