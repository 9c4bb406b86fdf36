import { useEffect, useRef, useState } from 'react'
import { GivenUp, type LongWork } from '../care/long-work.ts'

export interface WorkOnScreen {
  readonly name: string
  readonly share: number
}

export interface LongWorks {
  readonly now: WorkOnScreen | null
  /** Null when it was given up. */
  run<Value>(name: string, work: (work: LongWork) => Promise<Value>): Promise<Value | null>
  readonly giveUp: () => void
}

/** One long work at a time, given up with the screen it belongs to. */
export function useLongWork(): LongWorks {
  const [now, setNow] = useState<WorkOnScreen | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])
  return {
    now,
    giveUp: () => stopping.current?.abort(),
    async run(name, work) {
      const own = new AbortController()
      stopping.current?.abort()
      stopping.current = own
      let shown = 0
      setNow({ name, share: 0 })
      const tell = (share: number) => {
        if (own.signal.aborted || share - shown < 0.01) return
        shown = share
        setNow({ name, share })
      }
      try {
        return await work({ signal: own.signal, tell })
      } catch (error) {
        if (error instanceof GivenUp) return null
        throw error
      } finally {
        if (stopping.current === own) setNow(null)
      }
    },
  }
}
