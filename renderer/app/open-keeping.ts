import type { ErasureParts } from '../care/erasure.ts'
import type { Keeping } from '../care/keeping.ts'
import type { RetentionRules } from '../care/retention-plan.ts'

/** Milliseconds after the start in which nothing is done that can wait, and how often it is looked whether a day has passed. */
const quietStart = 20_000
const lookEvery = 60 * 60 * 1000
const day = 24 * lookEvery

/** What is kept for how long: costs nothing until somebody looks, or something is to be removed. */
export function openKeeping(parts: ErasureParts): () => Promise<Keeping> {
  let opened: Promise<Keeping> | null = null
  return () => {
    opened ??= import('../care/keeping.ts').then(({ createKeeping }) => createKeeping(parts))
    return opened
  }
}

/** Removes what is beyond the rules soon after the start, and once a day. `rules` is null until they are known. */
export function tendDaily(keeping: () => Promise<Keeping>, rules: () => RetentionRules | null, now = Date.now): void {
  let tendedAt = Number.NEGATIVE_INFINITY
  const look = async () => {
    const current = rules()
    if (current === null || now() - tendedAt < day) return
    tendedAt = now()
    const { retention } = await keeping()
    await retention.finish()
    if (current.months === 0 && current.practiceDays === 0) return
    await retention.apply(current, { signal: new AbortController().signal, tell: () => undefined })
  }
  setTimeout(() => void look(), quietStart)
  setInterval(() => void look(), lookEvery)
}
