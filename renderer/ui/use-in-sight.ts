import { type RefObject, useEffect } from 'react'

/** Keeps the part scrolled into sight for as long as it is there, and then scrolls what is around it back to where it was. */
export function useInSight(inside: RefObject<Element | null>, part: string): void {
  useEffect(() => {
    const shown = inside.current?.closest(part)
    const places = around(shown).map((element) => ({ element, top: element.scrollTop }))
    const look = () => shown?.scrollIntoView({ block: 'nearest' })
    const sizes = new ResizeObserver(look)
    for (const element of [shown, ...places.map(({ element }) => element)]) if (element) sizes.observe(element)
    look()
    return () => {
      sizes.disconnect()
      for (const { element, top } of places) element.scrollTop = top
    }
  }, [inside, part])
}

function around(element: Element | null | undefined): readonly Element[] {
  const parent = element?.parentElement
  return parent ? [parent, ...around(parent)] : []
}
