import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Call } from '../../shared/call/call.ts'
import { filedNumber } from '../../shared/people/filed-number.ts'
import type { Standing } from '../../shared/people/one-time-or-pattern.ts'
import { startClerk } from '../people/clerk.ts'
import { homeCountry } from '../people/home-country.ts'
import { createPeople, type People } from '../people/people.ts'
import { keepRecentStandings } from '../people/recent-standings.ts'
import type { Storage } from '../storage/storage.ts'

export interface PeopleClerk {
  readonly people: People
  /** Answers with who is at hand for a call that rings. */
  startFiling(): (call: Call) => Standing | undefined
}

/** A window that is never idle still gets its numbers filed, a slice in so many milliseconds. */
const longestRest = 1000

export function createPeopleClerk(storage: Storage, homeSet: () => string): PeopleClerk {
  const numberOf = () => {
    const home = homeCountry(homeSet())
    return (written: string) => filedNumber(parsePhoneNumberFromString, written, home)
  }
  const rest = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: longestRest }))
  return {
    people: createPeople(storage, numberOf),
    startFiling() {
      startClerk({ storage, numberOf, rest })
      return keepRecentStandings(storage).of
    },
  }
}
