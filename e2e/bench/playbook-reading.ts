import { load } from 'js-yaml'
import { goodText } from '../../electron/playbook/playbook-file.ts'

export interface PlaybookReading {
  readonly text: string
  readonly times: number
}

/** Milliseconds, each. */
export interface ReadingTimes {
  /** To a playbook with its places, problems and version. */
  readonly ours: readonly number[]
  /** By the parser of YAML alone. */
  readonly parser: readonly number[]
}

export async function answer({ text, times }: PlaybookReading): Promise<ReadingTimes> {
  const ours = timesOf(times, () => {
    if (!goodText(text).ok) throw new Error('the playbook cannot be read')
  })
  return { ours, parser: timesOf(times, () => load(text)) }
}

function timesOf(times: number, work: () => void): readonly number[] {
  return Array.from({ length: times }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
}
