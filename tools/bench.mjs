import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildIfStale } from './build.mjs'
import { findBrowser } from './find-browser.mjs'
import { root } from './run-command.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })

const browser = await findBrowser()
if ('failure' in browser) stop(browser.failure)
process.env.STEADYLINE_BROWSER = browser.path
if ((await buildIfStale()) !== 0) stop('The build failed: correct what it says above and run `npm run bench` again.')

const { module } = await runnerImport(path.join(root, 'e2e/bench/benches.ts'), { configFile: false, root, logLevel: 'error' })
const names = module.benches.map(({ name }) => name)
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0) stop(`No bench is called ${unknown.join(' or ')}: there are ${names.join(', ')}.`)

const figures = []
for (const { name, run } of module.benches) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  console.log(`Measuring ${name}.`)
  figures.push(...(await run()))
}
printTable(figures)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(flat(figures), null, 2)}\n`)
process.exit()

function printTable(figures) {
  const rows = [
    ['case', 'figure', 'peer', 'bar'],
    ...figures.map(({ key, value, peer, bar }) => [
      key,
      number(value),
      peer === undefined ? '' : number(peer),
      verdict(value, bar),
    ]),
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')
  console.log(`\n${rows.map(line).join('\n')}`)
}

function verdict(value, bar) {
  return bar === undefined ? '' : `<= ${bar} ${value <= bar ? 'met' : 'MISSED'}`
}

function number(value) {
  return value.toFixed(Math.abs(value) < 100 ? 2 : 0)
}

/** `case.metric_unit` for each figure and `case.peer_metric_unit` for what it is compared with. */
function flat(figures) {
  return Object.fromEntries(
    figures.flatMap(({ key, value, peer }) =>
      peer === undefined
        ? [[key, value]]
        : [
            [key, value],
            [key.replace(/\.([^.]+)$/, '.peer_$1'), peer],
          ],
    ),
  )
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
