import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const oldestNode = [20, 19]

/**
 * Makes `node_modules` what `package-lock.json` says, and says so in one line when there was something to do.
 *
 * Ends the process with a sentence on what to do next when it cannot. Imports no package and nothing that a Node too old
 * for Steadyline would stumble over before it is told so.
 */
export async function install() {
  if (!isNewEnough(process.versions.node)) {
    return giveUp(
      `Steadyline needs Node ${oldestNode.join('.')} or newer, and this is ${process.versions.node}: https://nodejs.org has it.`,
    )
  }
  if (isInstalled(root)) return
  console.log('Installing packages.')
  if (runNpm('ci', 'pipe') === 0 || runNpm('install', 'inherit') === 0) return
  giveUp('The packages could not be installed. Check the connection to the npm registry, then run this again.')
}

export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

/** npm writes `node_modules/.package-lock.json` last, so after an interruption it is old or missing. */
export function isInstalled(folder) {
  const wanted = packagesIn(path.join(folder, 'package-lock.json'))
  const installed = packagesIn(path.join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (place === '') return true
    const found = installed[place]
    if (found === undefined) return optional === true
    return found.version === version && found.integrity === integrity && existsSync(path.join(folder, place, 'package.json'))
  })
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/**
 * Runs npm without touching `package-lock.json`, and returns its exit code.
 *
 * `npm ci` refuses a lock file without the optional packages of some other system; `npm install` takes it all the same, and
 * what it names as it is pinned. Through npm's own script where that can be found: Windows starts `npm.cmd` only in a shell.
 */
function runNpm(command, stdio) {
  const beside = path.dirname(process.execPath)
  const script = [
    process.env.npm_execpath ?? '',
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => file.endsWith('npm-cli.js') && existsSync(file))
  const args = [command, '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } =
    script === undefined
      ? spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [script, ...args], { cwd: root, stdio })
  return status
}

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}
