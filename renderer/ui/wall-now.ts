import { useNow } from './now.tsx'

/** This machine's wall clock, ms since 1970; renders again as each second of the provided clock begins. */
export function useWallNow(): number {
  useNow()
  return Date.now()
}
