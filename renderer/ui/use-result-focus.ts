import { type RefObject, useEffect, useRef } from 'react'

/** Focus goes to what came out of a work, unless the person has gone on elsewhere meanwhile; the element needs `tabIndex={-1}`. */
export function useResultFocus<Place extends HTMLElement>(result: unknown): RefObject<Place | null> {
  const place = useRef<Place>(null)
  useEffect(() => {
    const { activeElement, body } = document
    const isElsewhere = activeElement !== body && !place.current?.closest('section')?.contains(activeElement)
    if (result !== null && !isElsewhere) place.current?.focus()
  }, [result])
  return place
}
