import type { JournalTrouble } from './journal-line.ts'

export type SecondCopyTrouble = JournalTrouble['kind']

/** What came back from the second copy at this start. */
export interface Restored {
  readonly notes: number
  /** Notes and everything else. */
  readonly records: number
  /** Entries of the second copy that were damaged, missing, or held no record. */
  readonly unreadable: number
  /** The rest could not be had now; the next start tries again. */
  readonly isPart: boolean
  /** Nothing is left: the second copy could not be opened, and is kept aside. */
  readonly isKeptAside?: true
}

/** Where the second copy stands to the store. */
export interface SecondCopyState {
  /** Why changes wait here for it, which are known also after a crash; null while it follows. */
  readonly trouble: SecondCopyTrouble | null
  /** Null when nothing had to be brought back. */
  readonly restored: Restored | null
}
