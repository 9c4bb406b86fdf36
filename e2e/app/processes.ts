import { execFile } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

/** Kills every process that was started with `marker` in its command line, and waits until the system has forgotten them. */
export async function killAllWith(marker: string): Promise<void> {
  const killed = await pidsWith(marker)
  for (const pid of killed) signal(pid, 'SIGKILL')
  await noneLeftWith(marker)
  await until(() => !killed.some(isKnown))
}

/** Makes every process that was started with `marker` in its command line stand still. */
export async function stopAllWith(marker: string): Promise<void> {
  for (const pid of await pidsWith(marker)) signal(pid, 'SIGSTOP')
}

/** Waits until the processes that were started with `marker` in their command line are gone by themselves. */
export async function noneLeftWith(marker: string): Promise<void> {
  await until(async () => (await pidsWith(marker)).length === 0)
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('Killed processes are still there')
    await setTimeout(50)
  }
}

/** Also of one that has ended, and whose end nobody has asked about yet: it still holds what is locked by its number. */
function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function pidsWith(marker: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,stat=,args='], { maxBuffer: 64 * 1024 * 1024 })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, state] = /^\s*(\d+)\s+(\S+)/.exec(line) ?? []
    return pid !== undefined && !state?.startsWith('Z') && line.includes(marker) ? [Number(pid)] : []
  })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone by itself meanwhile.
  }
}
