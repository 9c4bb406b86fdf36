import { type Readable, writable } from '../../shared/readable.ts'

export type Seconds = Readable<number>

/** One timer for every clock on the screen; it stops when nobody looks. */
export function secondsOf(now: () => number): Seconds {
  const tick = writable(now())
  let watchers = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function next(): void {
    tick.set(now())
    timer = setTimeout(next, 1000 - (now() % 1000))
  }

  return {
    get: tick.get,
    subscribe(listener) {
      const off = tick.subscribe(listener)
      watchers += 1
      if (watchers === 1) next()
      return () => {
        off()
        watchers -= 1
        if (watchers === 0) clearTimeout(timer)
      }
    },
  }
}
