import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { install } from './install.mjs'

await install()
const { findBrowser } = await import('./find-browser.mjs')
const { findElectron } = await import('./find-electron.mjs')
const { buildIfStale } = await import('./build.mjs')
const { packageBin, root, runNode } = await import('./run-command.mjs')
const { readCounts } = await import('./test-counts.mjs')

const wanted = readWishes(process.argv.slice(2))
const reports = path.join(root, 'test-results')

const browser = await findBrowser()
if ('failure' in browser) stop(browser.failure)
console.log(`Browser: ${browser.path} (${browser.origin}).`)
process.env.STEADYLINE_BROWSER = browser.path
mkdirSync(reports, { recursive: true })

const outcomes = []
if (wanted.unit) outcomes.push(await runVitest())
let desktop = 'not run'
if (wanted.e2e) {
  if ((await buildIfStale()) !== 0) stop('The build failed: correct what it says above and run `npm test` again.')
  const electron = await findElectron()
  desktop = 'failure' in electron ? electron.failure : electron.runtime
  outcomes.push(await runPlaywright(electron))
}
closeWith(outcomes)

/** `--unit` and `--e2e` choose a runner, a file chooses its own; every other argument goes to the runners that run. */
function readWishes(args) {
  const rest = args.filter((arg) => arg !== '--unit' && arg !== '--e2e')
  const isSpec = (arg) => /\.spec\.ts(:\d+)?$|^e2e\/[^.]*$/.test(arg)
  const isUnit = (arg) => /\.test\.tsx?$|^(electron|renderer|shared|tools)\//.test(arg)
  const unit = args.includes('--unit') || rest.some(isUnit)
  const e2e = args.includes('--e2e') || rest.some(isSpec)
  return {
    unit: unit || !e2e,
    e2e: e2e || !unit,
    unitArgs: rest.filter((arg) => !isSpec(arg)),
    e2eArgs: rest.filter((arg) => !isUnit(arg)),
  }
}

async function runVitest() {
  const report = path.join(reports, 'vitest.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runNode(packageBin('vitest/vitest.mjs'), ['run', ...reporters, ...wanted.unitArgs])
  return readCounts('Vitest', code, readReport(report))
}

async function runPlaywright(electron) {
  const report = path.join(reports, 'playwright.json')
  rmSync(report, { force: true })
  const projects =
    'failure' in electron && !wanted.e2eArgs.some((arg) => arg.startsWith('--project')) ? ['--project=browser'] : []
  const env = { ...process.env, ...electron.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', ...projects, ...wanted.e2eArgs]
  const { code } = await runNode(packageBin('@playwright/test/cli.js'), args, { env })
  return readCounts('Playwright', code, readReport(report))
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function closeWith(outcomes) {
  console.log(`\nDesktop stories: ${desktop}.`)
  for (const { runner, passed, failed, skipped, trouble } of outcomes) {
    console.log(`${runner}: ${passed} passed, ${failed} failed, ${skipped} skipped${trouble === null ? '' : ` (${trouble})`}`)
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
