import type { Call } from '../../shared/call/call.ts'
import { type Standing, standingOf } from '../../shared/people/one-time-or-pattern.ts'
import type { Storage } from '../storage/storage.ts'

export interface Standings {
  /** Judged by the calls before this one; null when the number is withheld or the store is shut. */
  of(call: Call): Promise<Standing | null>
}

export function createStandings(storage: Storage): Standings {
  return {
    async of({ id, party, startedAt }) {
      if (party.number === '') return null
      const earlier = await storage.run(async (database) => {
        const calls = await database.calls.where('party.number').equals(party.number).toArray()
        const before = calls.filter((call) => call.id !== id && call.startedAt <= startedAt)
        const notes = await database.notes.bulkGet(before.map((call) => call.id))
        return before.map((call, index) => ({ call, note: notes[index] ?? null }))
      })
      return earlier.ok ? standingOf(earlier.value, startedAt) : null
    },
  }
}
