import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { InboxKind } from '../../shared/transfer/team-topics.ts'
import type { Log } from '../log.ts'
import type { BriefEntry } from './brief-entry.ts'

/** Where a message was put: the hub lets nobody write as somebody else. */
export interface Envelope {
  readonly kind: InboxKind
  readonly to: PersonId
  readonly from: PersonId
}

/** Whether the brief of this entry was sent to this person by the one who wrote now. */
export function isFrom({ record }: BriefEntry, { from }: Envelope): boolean {
  return record.direction === 'received' && record.brief.from.id === from
}

/** Nothing of what was written is logged. */
export function ignore(log: Log, { kind, from }: Envelope, why: string): void {
  log.warn('A message in the inbox is ignored', { kind, from, why })
}
