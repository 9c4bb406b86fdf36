const firstMs = 500
const longestMs = 10_000

/**
 * Milliseconds to wait before the next try, doubling from half a second to ten.
 *
 * Up to a quarter is taken off at random, so that companions thrown off one phone or hub do not keep meeting.
 */
export function backoffMs(triesBefore: number, random: () => number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(triesBefore, 10))
  return Math.round(whole * (1 - random() / 4))
}
