import type { Call } from '../../shared/call/call.ts'
import type { Standing } from '../../shared/people/one-time-or-pattern.ts'
import type { People } from '../people/people.ts'
import type { StandingSources } from '../people/standings.ts'
import { pause } from '../storage/pause.ts'
import type { Storage } from '../storage/storage.ts'
import type { PeopleClerk } from './people-clerk.ts'

export interface PeopleDoor {
  open(): Promise<People>
  /** Files the numbers of all calls, and of those that come, from now on; asked again, it goes on as it does. */
  startFiling(): Promise<void>
  readonly sources: StandingSources
}

/** The first moments of a window are the desk's, in ms. */
const settlingIn = 3000

/** Everybody who calls, with the numbering plans; loaded behind the first window. */
export function openPeople(storage: Storage, homeSet: () => string): PeopleDoor {
  let clerk: Promise<PeopleClerk> | null = null
  let atHand: ((call: Call) => Standing | undefined) | null = null

  function load(): Promise<PeopleClerk> {
    clerk ??= import('./people-clerk.ts').then(({ createPeopleClerk }) => createPeopleClerk(storage, homeSet))
    return clerk
  }

  return {
    open: async () => (await load()).people,
    async startFiling() {
      await pause(settlingIn)
      const { startFiling } = await load()
      atHand ??= startFiling()
    },
    sources: {
      atHand: (call) => atHand?.(call),
      find: async (written) => (await load()).people.find(written),
    },
  }
}
