import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runApp } from './run-app.mjs'
import { packageBin, root, runNode } from './run-command.mjs'

/** Milliseconds the download of Electron's binary may take. */
const downloadLimit = 180_000

/** An Electron that ends badly this soon, in milliseconds, did not start: a library or the sandbox is missing. */
const startsWithin = 5000

/**
 * Runs Steadyline in Electron until it is closed.
 *
 * @param {readonly string[]} args passed on to the app
 * @returns {Promise<string | null>} why it could not, as the beginning of a sentence
 */
export async function startDesktop(args) {
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    if (!hasScreen()) return 'There is no screen for Electron here'
    if (!(await hasBinary())) return "Electron's binary could not be downloaded"
  }
  const { code, ranFor } = await runApp(electronPath(), [...sandboxChoice(), root, ...args])
  if (code !== 0 && ranFor < startsWithin) return `Electron did not start (code ${code})`
  process.exitCode = code
  return null
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function hasBinary() {
  if (!isDownloaded()) console.log("Getting Electron's binary, once.")
  const { code } = await runNode(packageBin('electron/install.js'), [], { quiet: true, limitMs: downloadLimit })
  return code === 0
}

function isDownloaded() {
  const version = packageBin('electron/dist/version')
  const wanted = JSON.parse(readFileSync(packageBin('electron/package.json'), 'utf8')).version
  return existsSync(version) && readFileSync(version, 'utf8').trim().replace(/^v/, '') === wanted
}

function electronPath() {
  return createRequire(import.meta.url)('electron')
}

/** Chromium refuses to sandbox for root. */
function sandboxChoice() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  console.log('You are root, so Electron runs without its sandbox; better start Steadyline as a normal user.')
  return ['--no-sandbox']
}
