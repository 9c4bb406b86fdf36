import { install } from './install.mjs'

await install()
const { buildIfStale } = await import('./build.mjs')
const { startDesktop } = await import('./start-desktop.mjs')
const { startBrowser } = await import('./start-browser.mjs')

const args = process.argv.slice(2)
const own = ['--browser', '--no-open']
const passedOn = args.filter((arg) => !own.includes(arg))

if ((await buildIfStale()) === 0) {
  const why = args.includes('--browser') ? 'As you wish' : await startDesktop(passedOn)
  if (why !== null) {
    console.log(`${why}: Steadyline opens in the browser.`)
    process.exitCode = await startBrowser(passedOn, { opens: !args.includes('--no-open') && !process.env.CI })
  }
} else {
  console.error('The build failed: correct what it says above, or run `npm ci`, and start again.')
  process.exitCode = 1
}
