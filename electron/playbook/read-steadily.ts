import { readFile, stat } from 'node:fs/promises'
import type { ProblemCode, ProblemFacts } from '../../shared/playbook/playbook-problem.ts'
import { failed, type Result, success } from '../../shared/result.ts'

export interface Unread {
  readonly code: ProblemCode
  readonly facts: ProblemFacts
}

const mostTries = 5

/**
 * Reads a whole file as it was at one moment.
 *
 * A file that changes meanwhile is read again, a few times; one that never holds still is given up for now, since its last
 * change is announced by the file system anyway. Rejects with the system's error.
 */
export async function readSteadily(path: string, most: number, read = readWhole): Promise<Result<Uint8Array, Unread>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await lookAt(path)
    if (!before.isFile) return failed({ code: 'file.notRead', facts: { cause: 'EISDIR' } })
    if (before.size > most) return failed({ code: 'text.tooBig', facts: { most } })
    const bytes = await read(path)
    if ((await signatureOf(path)) === before.signature) return success(bytes)
  }
  return failed({ code: 'file.notRead', facts: { cause: 'EBUSY' } })
}

/** A file whose signature is the same is taken to be the same. Rejects with the system's error. */
export async function signatureOf(path: string): Promise<string> {
  return (await lookAt(path)).signature
}

async function lookAt(path: string) {
  const found = await stat(path, { bigint: true })
  return { isFile: found.isFile(), size: found.size, signature: `${found.ino}:${found.size}:${found.mtimeNs}` }
}

function readWhole(path: string): Promise<Uint8Array> {
  return readFile(path)
}
