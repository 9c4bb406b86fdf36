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

/** By turns, so that both meet the same machine. */
export async function answer({ text, times }: PlaybookReading): Promise<ReadingTimes> {
  const [ours, parser]: [number[], number[]] = [[], []]
  for (let time = 0; time < times; time += 1) {
    ours.push(
      timeOf(() => {
        if (!goodText(text).ok) throw new Error('the playbook cannot be read')
      }),
    )
    parser.push(timeOf(() => load(text)))
  }
  return { ours, parser }
}

function timeOf(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}
