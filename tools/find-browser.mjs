import { existsSync } from 'node:fs'
import path from 'node:path'
import { packageBin, runCommand, runNode } from './run-command.mjs'

const systemBrowsers = {
  linux: () =>
    ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap((name) =>
      (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
    ),
  darwin: () => ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: () =>
    [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
      folder === undefined
        ? []
        : [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')],
    ),
}

const whatToDo =
  'No browser for the tests: install Chrome or Chromium, or set STEADYLINE_BROWSER to the path of one, and run `npm test` again.'

/**
 * A Chromium the tests can drive.
 *
 * @returns {Promise<{ path: string, origin: string } | { failure: string }>} the failure says what to do next
 */
export async function findBrowser() {
  const named = process.env.STEADYLINE_BROWSER
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { path: named, origin: 'STEADYLINE_BROWSER' }
    return { failure: `STEADYLINE_BROWSER names ${named}, which does not exist: correct it or unset it.` }
  }
  return (
    (await installedByPlaywright()) ?? ofTheSystem() ?? (await downloadedNow()) ?? (await fromDebian()) ?? { failure: whatToDo }
  )
}

async function installedByPlaywright() {
  const { chromium } = await import('playwright')
  const browser = chromium.executablePath()
  return existsSync(browser) ? { path: browser, origin: 'installed by Playwright' } : null
}

function ofTheSystem() {
  const candidates = systemBrowsers[process.platform]?.() ?? []
  const browser = candidates.find((candidate) => existsSync(candidate))
  return browser === undefined ? null : { path: browser, origin: 'of the system' }
}

async function downloadedNow() {
  console.log('No browser found: Playwright downloads its Chromium.')
  const { code } = await runNode(packageBin('playwright/cli.js'), ['install', 'chromium'], { quiet: true, limitMs: 300_000 })
  return code === 0 ? installedByPlaywright() : null
}

async function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log('The download failed: apt-get installs chromium.')
  await runCommand('apt-get', ['-qq', 'update'], { quiet: true })
  await runCommand('apt-get', ['-qq', '-y', 'install', 'chromium'], { quiet: true })
  return ofTheSystem()
}
