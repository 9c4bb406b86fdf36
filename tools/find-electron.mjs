import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageBin, root, runNode } from './run-command.mjs'

/**
 * Which Electron the desktop stories run on, downloading its binary when it is not there yet.
 *
 * `ELECTRON_OVERRIDE_DIST_PATH` names another `dist` folder. One without Electron's own `version` file stands in for Electron,
 * and a result obtained on it is called by that name.
 *
 * @returns {Promise<{ runtime: string, env: Record<string, string> } | { failure: string }>}
 */
export async function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override !== undefined && override !== '') return overridden(path.resolve(root, override))
  const { code } = await runNode(packageBin('electron/install.js'), [], { quiet: true, limitMs: 180_000 })
  if (code !== 0) return { failure: "skipped: Electron's binary could not be had" }
  return { runtime: `Electron ${versionIn(packageBin('electron/dist'))}`, env: {} }
}

function overridden(dist) {
  if (!existsSync(dist)) return { failure: `skipped: ELECTRON_OVERRIDE_DIST_PATH names ${dist}, which does not exist` }
  const version = versionIn(dist)
  return {
    runtime: version === null ? `the stand-in at ${dist}: not an Electron result` : `Electron ${version}`,
    env: { ELECTRON_OVERRIDE_DIST_PATH: dist },
  }
}

function versionIn(dist) {
  const file = path.join(dist, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null
}
