import { spawn } from 'node:child_process'
import path from 'node:path'
import { runApp } from './run-app.mjs'
import { root } from './run-command.mjs'

/**
 * Runs Steadyline's browser shell until it is stopped, and opens its address in the system's browser.
 *
 * @param {readonly string[]} args passed on to the shell
 * @param {{ opens: boolean }} options
 * @returns {Promise<number>} its exit code
 */
export async function startBrowser(args, { opens }) {
  let opened = !opens
  const onLine = (line) => {
    const address = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]+/.exec(line)?.[0]
    if (address === undefined || opened) return
    opened = true
    openInBrowser(address)
  }
  const { code } = await runApp(process.execPath, [path.join(root, 'out/main/browser-host.js'), ...args], { onLine })
  return code
}

/** Quiet when it fails: the address stands in the terminal. */
function openInBrowser(address) {
  const [command, ...before] = opener()
  if (command === undefined) return
  const child = spawn(command, [...before, address], { detached: true, stdio: 'ignore' })
  child.on('error', () => console.log('Open that address in a browser.'))
  child.unref()
}

function opener() {
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : []
}
