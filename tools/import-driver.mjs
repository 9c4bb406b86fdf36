import path from 'node:path'
import { runnerImport } from 'vite'
import { buildIfStale } from './build.mjs'
import { findBrowser } from './find-browser.mjs'
import { root } from './run-command.mjs'

/**
 * Loads a TypeScript module that drives the built app, with the app built and a browser found before.
 *
 * Without either it says what to do and ends the process.
 */
export async function importDriver(file) {
  const browser = await findBrowser()
  if ('failure' in browser) stop(browser.failure)
  process.env.STEADYLINE_BROWSER = browser.path
  if ((await buildIfStale()) !== 0) stop('The build failed: correct what it says above and run this again.')
  const { module } = await runnerImport(path.join(root, file), { configFile: false, root, logLevel: 'error' })
  return module
}

export function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
