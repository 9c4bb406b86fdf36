import { useEffect, useLayoutEffect, useRef } from 'react'
import { bindKeys, type Keys } from './keymap.ts'

/** Nothing is bound while the agent has single-letter keys switched off; what a key means may be another at every drawing. */
export function useKeys(keys: Keys, areOn: boolean): void {
  const latest = useRef(keys)
  useLayoutEffect(() => {
    latest.current = keys
  })
  const names = Object.keys(keys).join(' ')
  useEffect(() => (areOn ? bindKeys(names.split(' '), () => latest.current) : undefined), [names, areOn])
}
