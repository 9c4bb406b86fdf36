import { join } from 'node:path'
import { version } from '../package.json'
import { systemClock } from './clock.ts'
import { createCompanion } from './companion.ts'
import { fileLog } from './file-log.ts'
import { reportBugs } from './report-bugs.ts'
import { createBrowserShell } from './shell/browser/browser-shell.ts'
import { browserDataDir } from './shell/browser/data-dir.ts'
import { lockDataDir } from './shell/browser/data-dir-lock.ts'
import { portOption } from './shell/browser/port-option.ts'
import { stopInTime } from './shell/stop-in-time.ts'

const rendererDir = join(import.meta.dirname, '..', 'renderer')

run().catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)))

async function run(): Promise<void> {
  const port = portOption(process.argv.slice(2), process.env)
  if (port === null) return giveUp('The port must be a number from 0 to 65535, as in: --port 47615')
  const dataDir = browserDataDir(process.env, process.platform)
  const lock = await lockDataDir(dataDir)
  if (!lock.ok) return giveUp(`It already runs with the data in ${dataDir}. Open the address it printed, or stop it first.`)
  const log = fileLog(dataDir)
  reportBugs(log)
  const shell = createBrowserShell(rendererDir, log)
  const companion = await createCompanion({ shell, dataDir, clock: systemClock, log, version })
  await companion.start()
  const opened = await shell.open(port)
  if (!opened.ok) {
    await stopInTime(() => companion.stop(), log)
    return giveUp(
      `Port ${port} is taken. Stop the program that uses it, or give another with --port; notes stay with their port.`,
    )
  }
  console.log(`Steadyline is at ${opened.value.address}`)
  let stopping = false
  const stop = async () => {
    await shell.close()
    await companion.stop()
    await lock.value.release()
  }
  const stopOnce = () => {
    if (!stopping) void stopInTime(stop, log).then(() => process.exit(0))
    stopping = true
  }
  process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce)
}

function giveUp(why: string): void {
  console.error(`Steadyline could not start. ${why}`)
  process.exit(1)
}
