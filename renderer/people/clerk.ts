import { onChangedRows } from '../storage/changed-rows.ts'
import type { Storage } from '../storage/storage.ts'
import { fileNumbers, type NumberOf, namesSaid } from './file-numbers.ts'

/** Numbers filed at a stretch: well inside a frame's worth of work on a slow machine. */
export const slice = 100

export interface ClerkParts {
  readonly storage: Storage
  /** How a number is filed now; the home country may be changed at any time. */
  numberOf(): NumberOf
  /** Resolves when the window has nothing better to do. */
  rest(): Promise<void>
}

export interface Clerk {
  /** Resolves when everything asked so far is filed, or the store is shut. */
  settled(): Promise<void>
  stop(): void
}

/** Files the number of every call there is, then of every call that comes, behind everything else. */
export function startClerk({ storage, numberOf, rest }: ClerkParts): Clerk {
  let isStopped = false
  let isBehind = true
  const waiting = new Set<string>()
  let working = work()

  async function file(written: readonly string[]): Promise<boolean> {
    const filed = await storage.run(async (database) =>
      fileNumbers(database, await namesSaid(database, written), numberOf(), Date.now()),
    )
    return filed.ok
  }

  async function goThrough(): Promise<boolean> {
    const unfiled = await storage.run(async ({ calls, people }) => {
      const [all, filed] = [await calls.orderBy('party.number').uniqueKeys(), await people.orderBy('written').uniqueKeys()]
      const known = new Set(filed)
      return all.flatMap((number) => (typeof number === 'string' && number !== '' && !known.has(number) ? [number] : []))
    })
    if (!unfiled.ok) return false
    for (let from = 0; from < unfiled.value.length; from += slice) {
      await rest()
      if (isStopped || !(await file(unfiled.value.slice(from, from + slice)))) return false
    }
    return true
  }

  async function numbersOf(ids: readonly string[]): Promise<readonly string[]> {
    const calls = await storage.run((database) => database.calls.bulkGet([...ids]))
    return calls.ok ? [...new Set(calls.value.flatMap((call) => (call?.party.number ? [call.party.number] : [])))] : []
  }

  async function work(): Promise<void> {
    await rest()
    while (!isStopped && (isBehind || waiting.size > 0)) {
      if (isBehind) {
        isBehind = false
        if (!(await goThrough())) return
        continue
      }
      const ids = [...waiting].slice(0, slice)
      for (const id of ids) waiting.delete(id)
      if (!(await file(await numbersOf(ids)))) return
      if (waiting.size > 0) await rest()
    }
  }

  const off = onChangedRows(['calls'], (ids) => {
    if (ids === null) isBehind = true
    else for (const id of ids) waiting.add(id)
    working = working.then(work)
  })
  return {
    async settled() {
      let last: Promise<void>
      do {
        last = working
        await last
      } while (last !== working)
    },
    stop() {
      isStopped = true
      off()
    },
  }
}
