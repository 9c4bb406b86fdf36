import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { everyPresence, presenceTopic } from '../../shared/transfer/team-topics.ts'
import { type KeptMessages, openKeptMessages } from './kept-messages.ts'
import { freshFolder } from './team-of-tests.ts'

let folder: Awaited<ReturnType<typeof freshFolder>>
let kept: KeptMessages

beforeEach(async () => {
  folder = await freshFolder()
  const opened = await openKeptMessages(folder.path, 'hub', () => null)
  if (!opened.ok) throw new Error(opened.failure.kind)
  kept = opened.value
  for (let number = 0; number < 200; number += 1) {
    const said = { cmd: 'publish', topic: presenceTopic(`person-${number}`), payload: 'here', qos: 1, retain: true } as const
    await kept.keep('ana', { ...said, dup: false })
  }
})

afterEach(() => folder.remove())

const readings: readonly (readonly [string, (messages: KeptMessages) => Readable])[] = [
  ['who is there', ({ persistence }) => persistence.createRetainedStreamCombi([everyPresence])],
  ['what waits for them', ({ persistence }) => persistence.outgoingStream({ id: 'steadyline-ana-desk' })],
  ['the last words', ({ persistence }) => persistence.streamWill()],
]

it.each(readings)(
  'somebody who is being told %s while the hub closes hears no more, and that is no error',
  async (_what, read) => {
    const begun = read(kept)
    begun.resume()
    const closing = kept.persistence.destroy()
    const late = read(kept)
    late.resume()

    await closing
    await expect(ended(begun)).resolves.toBeUndefined()
    await expect(ended(late)).resolves.toBeUndefined()
  },
)

it('somebody who is in the midst of reading keeps nobody from closing the hub', async () => {
  const reading = kept.persistence.createRetainedStreamCombi([everyPresence])
  await reading[Symbol.asyncIterator]().next()
  await kept.persistence.destroy()
  expect(reading.destroyed).toBe(true)
})

/** Rejects with what the stream would have told nobody; that it was let go before its end is no error. */
async function ended(stream: Readable): Promise<void> {
  await finished(stream).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
