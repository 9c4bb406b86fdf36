import { once } from 'node:events'
import { Readable } from 'node:stream'

/** Streams out of a store that is closed while somebody may still be reading: each one ends first, and none begins after. */
export interface KeptStreams {
  reading(open: () => Readable): Readable
  /** Resolves when nothing reads any more. */
  end(): Promise<void>
}

export function keptStreams(): KeptStreams {
  const open = new Set<Readable>()
  let isOver = false
  return {
    reading(begin) {
      if (isOver) return Readable.from([])
      const stream = begin()
      open.add(stream)
      stream.once('close', () => open.delete(stream))
      return stream
    },
    async end() {
      isOver = true
      await Promise.all(
        [...open].map((stream) => {
          const closed = once(stream, 'close')
          stream.destroy()
          return closed
        }),
      )
    },
  }
}
