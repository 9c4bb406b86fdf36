import { spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/** The JavaScript behind a command of an installed package, so that it starts the same on every system and without a shell. */
export function packageBin(relativePath) {
  return path.join(root, 'node_modules', relativePath)
}

/**
 * Runs a program in the repository and waits for it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, limitMs?: number }} [options] `quiet` collects the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>} code 1 also when it could not be started or ran over its limit
 */
export function runCommand(command, args, { quiet = false, env = process.env, limitMs } = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...(limitMs === undefined ? {} : { timeout: limitMs, killSignal: 'SIGKILL' }),
    })
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a script on this very Node. */
export function runNode(script, args = [], options = {}) {
  return runCommand(process.execPath, [script, ...args], options)
}
