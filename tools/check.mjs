import { existsSync } from 'node:fs'
import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import { cruiseOptions } from './dependency-rules.mjs'
import { packageBin, root, runNode } from './run-command.mjs'

const checks = [
  ...['shared', 'electron', 'renderer', 'e2e'].map((project) => ({
    name: `types of ${project}/`,
    run: () => runNode(packageBin('typescript/bin/tsc'), ['-p', project], { quiet: true }),
  })),
  {
    name: 'format and lint',
    run: () => runNode(packageBin('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.'], { quiet: true }),
  },
  { name: 'who may know whom', run: checkDependencies },
  {
    name: 'nothing unused',
    run: () => runNode(packageBin('knip/bin/knip.js'), ['--config', 'tools/knip.json', '--no-progress'], { quiet: true }),
  },
]

const failures = []
for (const { name, run } of checks) {
  const since = performance.now()
  const { code, output } = await run()
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`)
  if (code !== 0) failures.push({ name, output })
}
for (const { name, output } of failures) console.error(`\n${name}\n${output.trim()}`)
console.log(failures.length === 0 ? '\nAll checks passed.' : `\n${failures.length} of ${checks.length} checks failed.`)
process.exitCode = failures.length === 0 ? 0 : 1

async function checkDependencies() {
  const folders = ['shared', 'electron', 'renderer'].filter((folder) => existsSync(path.join(root, folder)))
  const { output, exitCode } = await cruise(folders, { ...cruiseOptions, outputType: 'err', baseDir: root })
  return { code: exitCode, output }
}
