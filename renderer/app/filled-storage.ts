import type { Callback } from '../../shared/callbacks/callback.ts'
import type { NotedCall } from '../notes/note-store.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage, type Storage } from '../storage/storage.ts'

interface Filling {
  readonly history: readonly NotedCall[]
  readonly callbacks?: readonly Callback[]
}

/** For tests: a real store of its own that holds these records. */
export async function filledStorage({ history, callbacks = [] }: Filling): Promise<Storage> {
  const storage = createStorage(new SteadylineDatabase(`filled-${crypto.randomUUID()}`))
  await storage.open(null)
  await storage.run(async (database) => {
    await database.calls.bulkPut(history.map(({ call }) => call))
    await database.notes.bulkPut(history.flatMap(({ note }) => note ?? []))
    await database.callbacks.bulkPut([...callbacks])
  })
  return storage
}
