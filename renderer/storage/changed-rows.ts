import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'

/** Which rows of a table were put or deleted; null when it is not known one by one. */
export type ChangedRows = readonly string[] | null

/** Tells of every change that has reached the disk, whichever part of the program made it; returns its own off. */
export function onChangedRows(tables: readonly string[], listener: (rows: ChangedRows) => void): () => void {
  const isOurs = new RegExp(`^idb://[^/]+/(${tables.join('|')})/$`)
  const hear = (parts: ObservabilitySet) => {
    const changed = Object.entries(parts).flatMap(([part, tree]) => (isOurs.test(part) ? [...new RangeSet().add(tree)] : []))
    if (changed.length === 0) return
    const isKnown = changed.every(({ from, to }) => from === to && typeof from === 'string')
    listener(isKnown ? changed.map(({ from }) => String(from)) : null)
  }
  Dexie.on.storagemutated.subscribe(hear)
  return () => Dexie.on.storagemutated.unsubscribe(hear)
}
