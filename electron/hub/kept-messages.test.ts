import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everyPresence, inboxTopic, ownInbox, presenceTopic } from '../../shared/transfer/team-topics.ts'
import { mostDaysAway } from './absent-sessions.ts'
import { type KeptMessages, openKeptMessages } from './kept-messages.ts'
import { freshFolder } from './team-of-tests.ts'

let folder: Awaited<ReturnType<typeof freshFolder>>
let kept: KeptMessages

beforeEach(async () => {
  folder = await freshFolder()
  await openedFor(() => null)
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

describe('what waits for an installation', () => {
  const bob = { id: 'steadyline-bob-desk' }
  const ana = { id: 'steadyline-ana-desk' }
  const day = (number: number) => `day ${number}`

  async function waits(client: { readonly id: string }): Promise<number> {
    let count = 0
    for await (const _packet of kept.persistence.outgoingStream(client)) count += 1
    return count
  }

  beforeEach(async () => {
    const opened = await openedFor((id) => id.split('-')[1] ?? null)
    for (const [client, user] of [
      [bob, 'bob'],
      [ana, 'ana'],
    ] as const)
      await opened.persistence.addSubscriptions(client, [{ topic: ownInbox(user), qos: 1 }])
    for (const user of ['bob', 'ana']) {
      const brief = { cmd: 'publish', topic: inboxTopic(user, 'brief', 'mia'), payload: 'a brief', qos: 1 } as const
      await opened.keep('mia', { ...brief, retain: false, dup: false })
    }
  })

  afterEach(() => kept.persistence.destroy())

  it('that never comes back is forgotten after sixty days of the hub, and nobody else’s', async () => {
    for (let number = 1; number <= mostDaysAway; number += 1) await kept.absent.counted(day(number), ({ length }) => length === 0)
    await kept.absent.came(ana.id)
    expect([await waits(bob), await waits(ana)]).toEqual([1, 1])

    await kept.absent.counted(day(mostDaysAway + 1), () => false)

    expect([await waits(bob), await waits(ana)]).toEqual([0, 1])
    expect(await kept.persistence.subscriptionsByTopic(inboxTopic('bob', 'brief', 'mia'))).toEqual([])
  })

  it('waits on when the hub starts many times a day, and for one that stays connected', async () => {
    for (let start = 0; start < 2 * mostDaysAway; start += 1) await kept.absent.counted(day(1), () => false)
    for (let number = 2; number <= 2 * mostDaysAway; number += 1) await kept.absent.counted(day(number), (id) => id === ana.id)

    expect([await waits(bob), await waits(ana)]).toEqual([0, 1])
  })
})

async function openedFor(userOf: (clientId: string) => string | null): Promise<KeptMessages> {
  await kept?.persistence.destroy()
  const opened = await openKeptMessages(folder.path, 'hub', userOf)
  if (!opened.ok) throw new Error(opened.failure.kind)
  kept = opened.value
  return kept
}

/** Rejects with what the stream would have told nobody; that it was let go before its end is no error. */
async function ended(stream: Readable): Promise<void> {
  await finished(stream).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
