import type { SteadylineDatabase, StoredSearchPart } from '../storage/database.ts'
import type { IndexChanges, Manifest } from './search-index.ts'

/** Rows of `searchSegments`: the manifest, and for each segment in it a head and its places. */
const manifestKey = 'manifest'
const headKey = (id: number) => `head ${id}`
const placesKey = (id: number) => `places ${id}`

/** Null when there is none that could be read. */
export async function readManifest({ searchSegments }: SteadylineDatabase): Promise<Manifest | null> {
  const manifest = (await searchSegments.get(manifestKey))?.value as Manifest | undefined
  return manifest !== undefined && Array.isArray(manifest.segments) ? manifest : null
}

export async function readHeads(
  { searchSegments }: SteadylineDatabase,
  manifest: Manifest,
): Promise<ReadonlyMap<number, ArrayBuffer> | null> {
  return readParts(searchSegments, manifest, headKey)
}

export async function readPlaces(
  { searchSegments }: SteadylineDatabase,
  manifest: Manifest,
): Promise<ReadonlyMap<number, ArrayBuffer> | null> {
  return readParts(searchSegments, manifest, placesKey)
}

async function readParts(
  table: SteadylineDatabase['searchSegments'],
  { segments }: Manifest,
  keyOf: (id: number) => string,
): Promise<ReadonlyMap<number, ArrayBuffer> | null> {
  const rows = await table.bulkGet(segments.map(({ id }) => keyOf(id)))
  const parts = new Map<number, ArrayBuffer>()
  segments.forEach(({ id }, index) => {
    const value = rows[index]?.value
    if (value instanceof ArrayBuffer) parts.set(id, value)
  })
  return parts.size === segments.length ? parts : null
}

/** All or nothing: a crash leaves the index as it was before or as it is after. */
export async function writeIndex(database: SteadylineDatabase, { put, remove, manifest }: IndexChanges): Promise<void> {
  const { searchSegments } = database
  const parts: StoredSearchPart[] = put.flatMap(({ id, head, places }) => [
    { key: headKey(id), value: head },
    { key: placesKey(id), value: places },
  ])
  await database.transaction('rw', searchSegments, async () => {
    await searchSegments.bulkPut([...parts, { key: manifestKey, value: manifest }])
    await searchSegments.bulkDelete(remove.flatMap((id) => [headKey(id), placesKey(id)]))
  })
}

export async function clearIndex({ searchSegments }: SteadylineDatabase): Promise<void> {
  await searchSegments.clear()
}
