import { type Bench, percentile } from './figures.ts'
import { largePlaybook } from './large-playbook.ts'
import { inOwnProcess } from './own-process.ts'
import type { PlaybookReading, ReadingTimes } from './playbook-reading.ts'

/** From a text to a playbook; beside it, the parser of YAML alone. In a process that holds nothing else, as at a start. */
export const playbookLoad: Bench = {
  name: 'playbook-load',
  async run() {
    const reader = await inOwnProcess<PlaybookReading, ReadingTimes>('playbook-reading.ts')
    try {
      const { ours, parser } = await reader.ask({ text: largePlaybook(), times: 40 })
      return [{ key: 'playbook.load-large.p50_ms', value: percentile(ours, 0.5), peer: percentile(parser, 0.5), bar: 50 }]
    } finally {
      await reader.stop()
    }
  },
}
