import path from 'node:path'
import { AppClock } from './app-clock.ts'

const preloaded = path.join(import.meta.dirname, 'passing-time.cjs')

/** Clocks that run on and can be let run ahead, all of them; nothing is woken early by it. */
export class StoryClock extends AppClock {
  override get env(): NodeJS.ProcessEnv {
    return { STEADYLINE_PASSED: this.file }
  }

  override get args(): readonly string[] {
    return ['--require', preloaded]
  }

  protected override get isCounted(): boolean {
    return true
  }

  protected override written(movedMs: number): string {
    return String(movedMs)
  }
}
