import { spawn } from 'node:child_process'
import { root } from './run-command.mjs'

/** Milliseconds between two looks at whether the npm that started this is still there. */
const lookEvery = 250

/**
 * Runs the app until it ends, and passes on when this process is asked to end, so that the app stops cleanly.
 *
 * A terminal sends Ctrl+C to the app as well; passed on too, it would arrive twice, and Chromium takes the second as an order to die.
 * An npm that is asked to end tells the shell between, and that one nobody: the app ends when they are gone.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ onLine?: (line: string) => void }} [options] `onLine` sees what it prints, which is still shown
 * @returns {Promise<{ code: number, ranFor: number }>} milliseconds it ran for; code 127 when it could not be started
 */
export async function runApp(command, args, { onLine } = {}) {
  const since = performance.now()
  const { ELECTRON_RUN_AS_NODE: _editorsSetThis, ...env } = process.env
  const child = spawn(command, args, { cwd: root, env, stdio: ['inherit', onLine ? 'pipe' : 'inherit', 'inherit'] })
  const passOn = (signal) => {
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  const stopLooking = whenOrphaned(() => child.kill('SIGTERM'))
  const shown = onLine && child.stdout ? readLines(child.stdout, onLine) : undefined
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (exitCode) => resolve(exitCode ?? 1))
  })
  await shown
  stopLooking()
  process.off('SIGINT', passOn).off('SIGTERM', passOn)
  return { code, ranFor: performance.now() - since }
}

async function readLines(stream, onLine) {
  const { createInterface } = await import('node:readline')
  for await (const line of createInterface({ input: stream })) {
    console.log(line)
    onLine(line)
  }
}

function whenOrphaned(orphaned) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  const { ppid } = process
  const looking = setInterval(() => {
    if (process.ppid === ppid) return
    clearInterval(looking)
    orphaned()
  }, lookEvery)
  return () => clearInterval(looking)
}
