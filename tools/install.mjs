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
  const { status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0)
    giveUp('The packages could not be installed. Check the connection to the npm registry, then run `npm ci` and this again.')
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

/** Through npm's own script where it can be found: Windows starts `npm.cmd` only through a shell. */
function runNpm(args) {
  const beside = path.dirname(process.execPath)
  const script = [
    process.env.npm_execpath ?? '',
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => file.endsWith('npm-cli.js') && existsSync(file))
  const options = { cwd: root, stdio: 'inherit' }
  if (script !== undefined) return spawnSync(process.execPath, [script, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}
