import { useSyncExternalStore } from 'react'

/** How many columns there is room for; below two, the list and the page take turns. */
export type ReviewLayout = 'one' | 'two' | 'three'

const two = matchMedia('(min-width: 40rem)')
const three = matchMedia('(min-width: 56.25rem)')

export function useReviewLayout(): ReviewLayout {
  return useSyncExternalStore(onChange, () => (three.matches ? 'three' : two.matches ? 'two' : 'one'))
}

function onChange(changed: () => void): () => void {
  two.addEventListener('change', changed)
  three.addEventListener('change', changed)
  return () => {
    two.removeEventListener('change', changed)
    three.removeEventListener('change', changed)
  }
}
