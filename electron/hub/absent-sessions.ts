import type { Level } from 'level'

/** Days on which the hub ran and an installation did not come, after which what waits for it is forgotten. */
export const mostDaysAway = 60

export interface AbsentSessions {
  /** This installation is here, however long it was away. */
  came(clientId: string): Promise<void>
  /** Counts a day for whoever is not here, once for each different `day`. */
  counted(day: string, isHere: (clientId: string) => boolean): Promise<void>
}

const sessions = { gte: 'subscriptions:', lt: 'subscriptions;' }
const lastDay = 'away-day'
const key = (clientId: string) => `away:${encodeURIComponent(clientId)}`

/**
 * Counts how long each session has waited in vain.
 *
 * In days of the hub and not by dates: a hub that was off for a summer, or whose clock jumped, forgets nobody.
 */
export function absentSessions(store: Level<string, Buffer>, forget: (clientId: string) => Promise<void>): AbsentSessions {
  async function sessionIds(): Promise<ReadonlySet<string>> {
    const ids = new Set<string>()
    for await (const name of store.keys(sessions)) ids.add(decodeURIComponent(name.split(':')[1] ?? ''))
    return ids
  }

  async function isNewDay(day: string): Promise<boolean> {
    if (String(await store.get(lastDay)) === day) return false
    await store.put(lastDay, Buffer.from(day))
    return true
  }

  async function countOne(clientId: string): Promise<void> {
    const days = Number((await store.get(key(clientId))) ?? 0) + 1
    if (days <= mostDaysAway) return store.put(key(clientId), Buffer.from(String(days)))
    await forget(clientId)
    await store.del(key(clientId))
  }

  return {
    came: (clientId) => store.del(key(clientId)),
    async counted(day, isHere) {
      if (!(await isNewDay(day))) return
      for (const id of await sessionIds()) if (!isHere(id)) await countOne(id)
    },
  }
}
