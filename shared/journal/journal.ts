/** One record of the window's store as it now stands, or that it is gone. */
export interface JournalChange {
  readonly table: string
  readonly key: string
  /** Version of the store that wrote it: a record is brought back into the version it came from. */
  readonly version: number
  /** The record as JSON, which only the window reads; null when it was removed. */
  readonly text: string | null
  /** A long record comes in pieces of its text, one behind the other; absent in what is whole. */
  readonly piece?: JournalPiece | undefined
}

export interface JournalPiece {
  /** 0 in the first. */
  readonly at: number
  readonly of: number
}

/** A change with the number the journal gave it; numbers only grow, and the last about a record holds. */
export interface JournalEntry extends JournalChange {
  readonly number: number
}

export interface JournalState {
  /** Another id is another journal, in which something of the one before may be missing. */
  readonly id: string
  /** Number of the last entry; 0 when there is none. */
  readonly last: number
  readonly bytes: number
  /** Wall clock of the last write that reached the disk, ms since 1970; null when there was none. */
  readonly keptUntil: number | null
  /** Why the last try did not succeed; null while all is well. */
  readonly fault: JournalFault | null
}

/** The second copy as somebody sees it who asks where it is. */
export interface JournalPlace extends JournalState {
  readonly folder: string
}

/** Numbers that one append was given, without gaps. */
export interface JournalRange {
  readonly first: number
  readonly last: number
}

/** A journal that was damaged and goes on in another, numbers and all. */
export interface MendedJournal {
  readonly id: string
  /** Number of its last entry that is left; what the other has behind it is not of this one. */
  readonly last: number
}

export interface JournalPage {
  readonly id: string
  readonly mends: readonly MendedJournal[]
  /** A journal that could not be opened is kept beside this one. */
  readonly isAnyAside: boolean
  /** Number of the journal's last entry. */
  readonly last: number
  /** In the order in which they were written. */
  readonly entries: readonly JournalEntry[]
  /** The number to ask for the next page with; null when this is the last. */
  readonly next: number | null
  /** Entries that were damaged on the disk; complete with the last page. */
  readonly unreadable: number
}

export type JournalFailure =
  | { readonly kind: 'journal.full' }
  /** `cause` is the system's own word, such as `EIO`. */
  | { readonly kind: 'journal.failed'; readonly cause: string }

export type JournalFault =
  | JournalFailure
  /** Parts could not be read; a new journal was begun with the rest. */
  | { readonly kind: 'journal.damaged'; readonly entries: number }
  /** Sealed with another key: kept aside whole, and a new journal was begun. */
  | { readonly kind: 'journal.foreign' }

/** Most that one piece of a record, or one append, may hold in UTF-16 units of JSON: whatever its script, it is one message of a window. */
export const maxAppendLength = 2 * 1024 * 1024

export const maxAppendChanges = 5000
