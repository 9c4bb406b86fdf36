import { execFile } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

/** Kills every process that was started with `marker` in its command line, and waits until none is left. */
export async function killAllWith(marker: string): Promise<void> {
  for (const pid of await pidsWith(marker)) signal(pid, 'SIGKILL')
  await noneLeftWith(marker)
}

/** Makes every process that was started with `marker` in its command line stand still. */
export async function stopAllWith(marker: string): Promise<void> {
  for (const pid of await pidsWith(marker)) signal(pid, 'SIGSTOP')
}

/** Waits until the processes that were started with `marker` in their command line are gone by themselves. */
export async function noneLeftWith(marker: string): Promise<void> {
  const deadline = performance.now() + 20_000
  while ((await pidsWith(marker)).length > 0) {
    if (performance.now() > deadline) throw new Error(`still running: ${await pidsWith(marker)}`)
    await setTimeout(50)
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
