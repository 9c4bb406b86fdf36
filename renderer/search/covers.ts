/** How much of all calls the search has read; null once that is all. */
export type Covers = { readonly calls: number; readonly of: number } | null
