import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react'
import { type Seconds, secondsOf } from './seconds.ts'

const NowContext = createContext<Seconds>(secondsOf(() => performance.now()))

interface NowProviderProps {
  readonly now: () => number
  readonly children: ReactNode
}

export function NowProvider({ now, children }: NowProviderProps) {
  const seconds = useMemo(() => secondsOf(now), [now])
  return <NowContext value={seconds}>{children}</NowContext>
}

/** Milliseconds on the provided clock; renders again as each second of it begins. */
export function useNow(): number {
  const seconds = useContext(NowContext)
  return useSyncExternalStore(seconds.subscribe, seconds.get)
}
