import path from 'node:path'
import { parseArgs } from 'node:util'
import { install } from './install.mjs'
import { root } from './run-command.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string' },
    shell: { type: 'string' },
  },
})

await install()
const { buildIfStale } = await import('./build.mjs')
const { findBrowser } = await import('./find-browser.mjs')
const { findElectron } = await import('./find-electron.mjs')
const { runnerImport } = await import('vite')
const { module } = await runnerImport(path.join(root, 'e2e/faults/faults.ts'), { configFile: false, root, logLevel: 'error' })
const names = Object.keys(module.faults)
const unknown = positionals.filter((name) => !names.includes(name))
const count = Number(values.count)
const kills = Number(values.kills)
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(values.seed)
if (unknown.length > 0) stop(`No fault test is called ${unknown.join(' or ')}: there are ${names.join(', ')}.`)
if (!Number.isInteger(count) || count < 1) stop('--count must be a whole number from 1.')
if (!Number.isInteger(kills) || kills < 1) stop('--kills must be a whole number from 1.')
if (!['browser', 'desktop', undefined].includes(values.shell)) stop('--shell must be browser or desktop.')
if (!Number.isInteger(seed) || seed < 0) stop('--seed must be a whole number from 0.')

const browser = await findBrowser()
if ('failure' in browser) stop(browser.failure)
process.env.STEADYLINE_BROWSER = browser.path
if ((await buildIfStale()) !== 0) stop('The build failed: correct what it says above and run it again.')

const shells = values.shell === 'desktop' ? [] : ['browser']
if (values.shell !== 'browser') {
  const electron = await findElectron()
  if ('failure' in electron) console.log(`desktop: ${electron.failure}`)
  else {
    console.log(`desktop: ${electron.runtime}`)
    Object.assign(process.env, electron.env)
    shells.push('desktop')
  }
}

let held = shells.length > 0
for (const name of positionals.length > 0 ? positionals : names) {
  console.log(`Faults: ${name}, seed ${seed}.`)
  held = (await module.faults[name]({ count, kills, seed, shells })) && held
}
process.exit(held ? 0 : 1)

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
