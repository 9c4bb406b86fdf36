import { useEffect } from 'react'
import { bindKeys, type Keys } from './keymap.ts'

/** Nothing is bound while the agent has single-letter keys switched off. */
export function useKeys(keys: Keys, areOn: boolean): void {
  useEffect(() => (areOn ? bindKeys(keys) : undefined), [keys, areOn])
}
