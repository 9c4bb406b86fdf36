import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A handler that stays the same function and calls the latest one given.
 *
 * What takes it is then not drawn anew when only its handler is: a verb of the desk is another function after every key.
 */
export function useSteady<Arguments extends readonly unknown[]>(
  handler: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(handler)
  useLayoutEffect(() => {
    latest.current = handler
  })
  return useCallback((...given) => latest.current(...given), [])
}
