import type { SteadylineDatabase, StoredSearchPart } from '../storage/database.ts'
import type { IndexChanges, Manifest } from './search-index.ts'

/** Rows of `searchSegments`: the manifest, and for each segment in it a head and its places. */
const manifestKey = 'manifest'
const headKey = (id: number) => `head ${id}`
const placesKey = (id: number) => `places ${id}`
const firstOfPlaces = 'places'

export interface StoredHeads {
  readonly manifest: Manifest
  readonly heads: ReadonlyMap<number, ArrayBuffer>
}

/** All but the places, in one request: their keys come after those of the others. Null when it is not whole. */
export async function readHeads({ searchSegments }: SteadylineDatabase): Promise<StoredHeads | null> {
  const rows = await searchSegments.where('key').below(firstOfPlaces).toArray()
  const manifest = rows.find(({ key }) => key === manifestKey)?.value as Manifest | undefined
  if (manifest === undefined || !Array.isArray(manifest.segments)) return null
  const values = new Map(rows.map(({ key, value }) => [key, value]))
  const heads = new Map<number, ArrayBuffer>()
  for (const { id } of manifest.segments) {
    const value = values.get(headKey(id))
    if (value instanceof ArrayBuffer) heads.set(id, value)
  }
  return heads.size === manifest.segments.length ? { manifest, heads } : null
}

/** Null when they are not there. */
export async function readPlaces({ searchSegments }: SteadylineDatabase, id: number): Promise<ArrayBuffer | null> {
  const value = (await searchSegments.get(placesKey(id)))?.value
  return value instanceof ArrayBuffer ? value : null
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
