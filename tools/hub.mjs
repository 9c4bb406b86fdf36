import path from 'node:path'
import { install } from './install.mjs'

await install()
const { buildIfStale } = await import('./build.mjs')
const { runApp } = await import('./run-app.mjs')
const { root } = await import('./run-command.mjs')

if ((await buildIfStale()) === 0) {
  const { code } = await runApp(process.execPath, [path.join(root, 'out/main/hub-host.js'), ...process.argv.slice(2)])
  process.exitCode = code
} else {
  console.error('The build failed: correct what it says above, or run `npm ci`, and start again.')
  process.exitCode = 1
}
