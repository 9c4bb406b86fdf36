import type { Callback } from '../../shared/callbacks/callback.ts'

/** A callback before something was done with it, and as that left it. */
export interface Deed {
  readonly before: Callback
  readonly after: Callback
}

/** The callback without what was done: the rest stays as it came to be. The same callback when something came after that rests on it. */
export function undone(callback: Callback, { before, after }: Deed, now: number): Callback {
  const changed = partsOf(after).filter((part) => !isSame(before[part], after[part]))
  const wasFact = after.history.length > before.history.length
  const restsOn: readonly Part[] = wasFact ? [...changed, 'state', 'due', 'promisedFor'] : changed
  if (!restsOn.every((part) => isSame(callback[part], after[part]))) return callback
  const history = [...before.history, ...callback.history.slice(after.history.length)]
  const updatedAt = callback.updatedAt === after.updatedAt ? before.updatedAt : now
  return { ...callback, ...Object.fromEntries(changed.map((part) => [part, before[part]])), history, updatedAt }
}

type Part = Exclude<keyof Callback, 'history' | 'updatedAt'>

function partsOf({ history: _, updatedAt: __, ...parts }: Callback): readonly Part[] {
  return Object.keys(parts) as Part[]
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
