import { byteWriter, writePlaces } from './byte-writer.ts'
import { packed } from './packed.ts'
import { type SearchDoc, termsOf } from './search-doc.ts'
import { type Segment, sectionsOfHead, sectionsOfPlaces, segmentFrom } from './segment.ts'
import { byCodePoint, tableOf } from './string-table.ts'

type Posting = { readonly ordinal: number; readonly places: readonly number[] }

/** Takes records of different ids. */
export function buildSegment(docs: readonly SearchDoc[]): Segment {
  const newestFirst = [...docs].sort((a, b) => b.at - a.at || byCodePoint(a.id, b.id))
  const postings = new Map<string, Posting[]>()
  newestFirst.forEach((doc, ordinal) => {
    for (const [term, places] of termsOf(doc)) {
      const known = postings.get(term)
      if (known) known.push({ ordinal, places })
      else postings.set(term, [{ ordinal, places }])
    }
  })
  const ids = newestFirst.map(({ id }) => id)
  const { head, places } = written(postings)
  return segmentFrom(
    packed(sectionsOfHead({ at: Float64Array.from(newestFirst, ({ at }) => at), ...idTables(ids), ...head })),
    packed(sectionsOfPlaces(places)),
  )
}

/** Takes the ids by ordinal. */
function idTables(ids: readonly string[]) {
  const inOrder = ids.map((id, ordinal) => ({ id, ordinal })).sort((a, b) => byCodePoint(a.id, b.id))
  const ordinalOfId = Uint32Array.from(inOrder, ({ ordinal }) => ordinal)
  const idOfOrdinal = new Uint32Array(ids.length)
  ordinalOfId.forEach((ordinal, index) => {
    idOfOrdinal[ordinal] = index
  })
  return { ids: tableOf(inOrder.map(({ id }) => id)), ordinalOfId, idOfOrdinal }
}

function written(postings: ReadonlyMap<string, readonly Posting[]>) {
  const terms = [...postings.keys()].sort(byCodePoint)
  const [ordinals, places] = [byteWriter(), byteWriter()]
  const [postingEnds, placeEnds] = [new Uint32Array(terms.length), new Uint32Array(terms.length)]
  terms.forEach((term, index) => {
    let last = 0
    for (const { ordinal, places: found } of postings.get(term) ?? []) {
      ordinals.number(ordinal - last)
      last = ordinal
      writePlaces(places, found)
    }
    postingEnds[index] = ordinals.length
    placeEnds[index] = places.length
  })
  return {
    head: { terms: tableOf(terms), postings: ordinals.bytes(), postingEnds },
    places: { bytes: places.bytes(), ends: placeEnds },
  }
}
