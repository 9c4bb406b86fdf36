import { load } from 'js-yaml'
import { goodText } from '../../electron/playbook/playbook-file.ts'
import { type Bench, percentile } from './figures.ts'
import { largePlaybook } from './large-playbook.ts'

/** From a text to a playbook with its places, problems and version; beside it, the parser of YAML alone. */
export const playbookLoad: Bench = {
  name: 'playbook-load',
  async run() {
    const text = largePlaybook()
    const ours = timesOf(() => {
      if (!goodText(text).ok) throw new Error('the large playbook cannot be read')
    })
    const parser = timesOf(() => load(text))
    return [{ key: 'playbook.load-large.p50_ms', value: percentile(ours, 0.5), peer: percentile(parser, 0.5), bar: 50 }]
  },
}

function timesOf(work: () => void): readonly number[] {
  return Array.from({ length: 40 }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
}
