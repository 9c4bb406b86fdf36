import { useEffect } from 'react'
import { type Readable, writable } from '../../shared/readable.ts'
import { useReadable } from './use-readable.ts'

/** Parts that are loaded when they are first wanted; null until then. */
export interface LateParts<Parts> extends Readable<Parts | null> {
  /** Asks for them, and does so anew where they could not be had before. */
  want(): void
}

export function lateParts<Parts>(load: () => Promise<Parts>): LateParts<Parts> {
  const parts = writable<Parts | null>(null)
  return {
    ...parts,
    want() {
      if (parts.get() === null) void load().then(parts.set, () => undefined)
    },
  }
}

/** They are wanted at each `occasion` that is not null. */
export function useLateParts<Parts>(parts: LateParts<Parts>, occasion: unknown): Parts | null {
  useEffect(() => {
    if (occasion !== null) parts.want()
  }, [parts, occasion])
  return useReadable(parts)
}
