import { type Callback, type CallbackEntry, isOpen } from '../../shared/callbacks/callback.ts'

/** The deputy was asked, and has not said no. */
export function isWithDeputy({ deputy, history }: Pick<Callback, 'deputy' | 'history'>): boolean {
  return lastWord({ deputy, history })?.type === 'briefed'
}

/** The deputy said no, with the reason; null when nobody did since they were asked or another time was agreed. */
export function deputyRefusal({ deputy, history }: Pick<Callback, 'deputy' | 'history'>): { who: string; reason: string } | null {
  const last = lastWord({ deputy, history })
  return deputy !== null && last?.type === 'deputyDeclined' ? { who: deputy.name, reason: last.reason } : null
}

/** The brief of before is no longer wanted: another one goes to the deputy, or nobody has to call any more. */
export function isTakenBack(before: Callback, after: Callback): boolean {
  const isAnother = before.deputy?.briefId !== after.deputy?.briefId
  return isWithDeputy(before) && (isAnother || (!isOpen(after) && after.state !== 'handedOver'))
}

/** A brief that was read is not read again, so one with another time, or asked again, gets a name of its own. */
export function withFreshBrief(callback: Callback): Callback {
  const { deputy } = callback
  const wasAsked = callback.history.some(({ type }) => type === 'briefed' || type === 'deputyDeclined')
  return deputy !== null && wasAsked ? { ...callback, deputy: { ...deputy, briefId: crypto.randomUUID() } } : callback
}

const words: ReadonlySet<string> = new Set(['briefed', 'deputyDeclined', 'renegotiated', 'reopened'])

/** Nothing when the words were another deputy's. */
function lastWord({ deputy, history }: Pick<Callback, 'deputy' | 'history'>): CallbackEntry | undefined {
  const asked = history.findLast((entry) => entry.type === 'briefed')
  if (deputy === null || (asked !== undefined && asked.to !== deputy.name)) return undefined
  return history.findLast(({ type }) => words.has(type))
}
