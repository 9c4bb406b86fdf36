import type { Call } from '../../shared/call/call.ts'
import { type Standing, standingOf } from '../../shared/people/one-time-or-pattern.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Storage } from '../storage/storage.ts'
import { callsOf } from './calls-of.ts'

export interface Standings {
  /** At once, so that it is in the frame in which the call rings; undefined where it takes a look into the store. */
  known(call: Call): Standing | null | undefined
  /** Judged by the calls before this one, from all numbers of the person; null when the number is withheld or the store is shut. */
  of(call: Call): Promise<Standing | null>
}

/** What is at hand once it is loaded: both cost the first window nothing. */
export interface StandingSources {
  /** Of callers of the last 30 days. */
  atHand(call: Call): Standing | undefined
  /** By a number that was never written so before. */
  find(written: string): Promise<Person | null>
}

export function createStandings(storage: Storage, sources: StandingSources): Standings {
  async function personWith(written: string): Promise<Pick<Person, 'id' | 'written'>> {
    const known = await storage.run(({ people }) => people.where('written').equals(written).first())
    return (known.ok ? known.value : null) ?? (await sources.find(written)) ?? { id: '', written: [written] }
  }

  return {
    known: (call) => (call.party.number === '' ? null : sources.atHand(call)),
    async of({ id, party, startedAt }) {
      if (party.number === '') return null
      const person = await personWith(party.number)
      const written = [...new Set([...person.written, party.number])]
      const calls = await storage.run((database) => callsOf(database, { id: person.id, written }))
      if (!calls.ok) return null
      return standingOf(
        calls.value.filter(({ call }) => call.id !== id && call.startedAt <= startedAt),
        startedAt,
      )
    },
  }
}
