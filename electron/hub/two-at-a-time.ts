/**
 * Runs work in the order it came, two pieces at once.
 *
 * Passwords are checked on the same few threads that write to the disk: a flood of them must leave some over for briefs.
 */
export function twoAtATime(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = 2
  const waiting: (() => void)[] = []

  function passOn(): void {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }

  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return work().finally(passOn)
  }
}
