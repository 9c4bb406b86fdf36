import { type RefObject, useEffect } from 'react'

/** Scrolls the part into sight for as long as it is there, and what is around it back to where it was. */
export function useInSight(inside: RefObject<Element | null>, part: string): void {
  useEffect(() => {
    const shown = inside.current?.closest(part)
    const places = around(shown).map((element) => ({ element, top: element.scrollTop }))
    shown?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const { element, top } of places) element.scrollTop = top
    }
  }, [inside, part])
}

function around(element: Element | null | undefined): readonly Element[] {
  const parent = element?.parentElement
  return parent ? [parent, ...around(parent)] : []
}
