import path from 'node:path'
import { faketimeEnv } from '../rig/faketime.ts'
import { AppClock } from './app-clock.ts'

const preloaded = path.join(import.meta.dirname, 'own-clock-alone.cjs')

/** The companion's wall clock, really put forward or back by libfaketime while the clock that only counts runs on. */
export class JumpingClock extends AppClock {
  override get env(): NodeJS.ProcessEnv {
    return faketimeEnv(this.file)
  }

  override get args(): readonly string[] {
    return ['--require', preloaded]
  }

  protected override get isCounted(): boolean {
    return false
  }

  protected override written(movedMs: number): string {
    return `${movedMs < 0 ? '' : '+'}${movedMs / 1000}\n`
  }
}
