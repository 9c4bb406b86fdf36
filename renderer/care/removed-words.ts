import type { TFunction } from 'i18next'
import { type RemovedCounts, removedTables } from './erasure-removal.ts'

/** Kinds of records of which there are any, each with how many. */
export function removedWords(t: TFunction, counts: RemovedCounts): readonly string[] {
  return removedTables.filter((table) => counts[table] > 0).map((table) => t(`kept.${table}`, { count: counts[table] }))
}
