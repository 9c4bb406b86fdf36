import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { packageBin, root, runNode } from './run-command.mjs'

const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package-lock.json']
const products = [
  'out/main/main.js',
  'out/main/browser-host.js',
  'out/main/hub-host.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/** Builds `out/` when a source is newer than the oldest product; returns the exit code. */
export async function buildIfStale() {
  const built = Math.min(...products.map((product) => modifiedAt(path.join(root, product))))
  const changed = Math.max(...sources.map((source) => newestIn(path.join(root, source))))
  if (built > changed) return 0
  console.log('Building.')
  const { code } = await runNode(packageBin('electron-vite/bin/electron-vite.js'), ['build', '--logLevel', 'warn'])
  return code
}

function newestIn(place) {
  if (!existsSync(place)) return 0
  if (!statSync(place).isDirectory()) return modifiedAt(place)
  return Math.max(0, ...readdirSync(place).map((name) => newestIn(path.join(place, name))))
}

function modifiedAt(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0
}
