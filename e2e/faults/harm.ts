import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How much of the journal there was: this much of that segment, and all of those before. */
export interface JournalPoint {
  readonly segment: string
  readonly bytes: number
}

export function journalPoint(dataDir: string): JournalPoint {
  const newest = segmentsOf(dataDir).at(-1)
  return newest === undefined ? { segment: '', bytes: 0 } : { segment: newest, bytes: statSync(newest).size }
}

/** Whether everything up to `point` is within what is left up to `end`. */
export function isWithin(point: JournalPoint, end: JournalPoint): boolean {
  return point.segment < end.segment || (point.segment === end.segment && point.bytes <= end.bytes)
}

export function deleteStore(storeDir: string): void {
  rmSync(storeDir, { recursive: true, force: true })
}

/** What a power cut may leave at the end of Chromium's log: the length of what was written there, and none of it. */
export function endStoreInZeros(storeDir: string, random: () => number): void {
  for (const name of readdirSync(storeDir, { recursive: true, encoding: 'utf8' }))
    if (/indexeddb\.leveldb.\d+\.log$/.test(name))
      appendFileSync(join(storeDir, name), Buffer.alloc(50 + Math.floor(random() * 200)))
}

/** Cuts the newest segment at any byte, and answers up to where the journal still is. */
export function cutJournal(dataDir: string, random: () => number): JournalPoint {
  const { segment, bytes } = journalPoint(dataDir)
  const left = Math.floor(random() * bytes)
  if (segment !== '') truncateSync(segment, left)
  return { segment, bytes: left }
}

/** Turns any one bit of any segment over. */
export function flipJournal(dataDir: string, random: () => number): void {
  const segments = segmentsOf(dataDir)
  const segment = segments[Math.floor(random() * segments.length)]
  if (segment === undefined) return
  const bytes = readFileSync(segment)
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  writeFileSync(segment, bytes)
}

function segmentsOf(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'journal')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journal'))
    .sort()
    .map((name) => join(folder, name))
}
