import type { SearchDoc } from './search-doc.ts'
import type { Found, IndexChanges, Manifest, Question } from './search-index.ts'
import type { Suggestion } from './suggest.ts'

/** What the window asks of the worker; all but a purge is answered in the order it was asked. */
export interface SearchRequests {
  /** Takes over a stored index; false when it is damaged, and then nothing of it is used. So it is with the places of each segment. */
  readonly load: {
    readonly payload: { readonly manifest: Manifest; readonly heads: ReadonlyMap<number, ArrayBuffer> }
    readonly answer: boolean
  }
  readonly loadPlaces: {
    readonly payload: { readonly id: number; readonly places: ArrayBuffer | null }
    readonly answer: boolean
  }
  readonly ask: { readonly payload: Question; readonly answer: Found }
  readonly suggest: {
    readonly payload: { readonly text: string; readonly caret: number }
    readonly answer: readonly Suggestion[]
  }
  readonly note: { readonly payload: { readonly docs: readonly SearchDoc[] }; readonly answer: number }
  readonly forget: { readonly payload: { readonly ids: readonly string[] }; readonly answer: number }
  /** Answers when no segment has a word of these any more, with what of that is to be stored. */
  readonly purge: { readonly payload: { readonly ids: readonly string[] }; readonly answer: IndexChanges | null }
  /** Begins to compare the index with all records there are; each part answers with those it does not have. */
  readonly beginAudit: { readonly payload: null; readonly answer: null }
  readonly audit: { readonly payload: { readonly ids: readonly string[] }; readonly answer: readonly string[] }
  /** Forgets what was in no part of the audit. */
  readonly endAudit: { readonly payload: null; readonly answer: null }
}

export type SearchRequest = keyof SearchRequests

export interface ToWorker<Name extends SearchRequest = SearchRequest> {
  readonly number: number
  readonly name: Name
  readonly payload: SearchRequests[Name]['payload']
}

export type FromWorker =
  | { readonly type: 'answer'; readonly number: number; readonly answer: unknown }
  /** What is to be stored, when the index has changed. */
  | { readonly type: 'save'; readonly changes: IndexChanges }
