/** Runs in the window. Text hidden on purpose for screen readers, and text cut with an ellipsis inside the window, are in order. */
export function textsOutsideTheWindow(): string[] {
  const root = document.documentElement
  const outside = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    const scrolls = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    const cutOnPurpose = getComputedStyle(element).textOverflow === 'ellipsis' || element.clientWidth <= 1
    const clipped =
      element.closest('[class*="truncate"], .sr-only, [style*="inset(50%)"], [data-react-aria-prevent-focus]') !== null
    return width > 0 && !clipped && (left < -0.5 || right > window.innerWidth + 0.5 || (scrolls && !cutOnPurpose))
  })
  const page = root.scrollWidth > root.clientWidth ? ['the whole page scrolls sideways'] : []
  return [...page, ...outside.map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`)]
}
