import { spawn } from 'node:child_process'
import { root } from './run-command.mjs'

/**
 * Runs the app until it ends, and passes on when this process is asked to end, so that the app stops cleanly.
 *
 * A terminal sends Ctrl+C to the app as well; passed on too, it would arrive twice, and Chromium takes the second as an order to die.
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
  const shown = onLine && child.stdout ? readLines(child.stdout, onLine) : undefined
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (exitCode) => resolve(exitCode ?? 1))
  })
  await shown
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
