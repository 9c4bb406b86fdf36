import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importDriver, stop } from './import-driver.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })

const { benches } = await importDriver('e2e/bench/benches.ts')
const names = benches.map(({ name }) => name)
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0) stop(`No bench is called ${unknown.join(' or ')}: there are ${names.join(', ')}.`)

const figures = []
for (const { name, run } of benches) {
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

/** `case.metric_unit` for each figure, and `case.peer_metric_unit` or `<name of the peer>.case.metric_unit` for what it is compared with. */
function flat(figures) {
  return Object.fromEntries(
    figures.flatMap(({ key, value, peer, peerName }) =>
      peer === undefined
        ? [[key, value]]
        : [
            [key, value],
            [peerName ? `${peerName}.${key}` : key.replace(/\.([^.]+)$/, '.peer_$1'), peer],
          ],
    ),
  )
}
