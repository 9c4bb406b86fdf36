import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterEach, expect, test } from 'vitest'
import { cruiseOptions } from './dependency-rules.mjs'

const trees: string[] = []

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true })
})

const broken: readonly (readonly [rule: string, tree: Readonly<Record<string, string>>])[] = [
  ['shared-is-pure', { 'shared/call/call.ts': `import 'node:fs'` }],
  ['shared-is-pure', { 'shared/call/call.ts': `import { app } from 'dexie'` }],
  ['shared-is-pure', { 'shared/call/call.ts': `import '../../renderer/call/panel.ts'`, 'renderer/call/panel.ts': '' }],
  ['processes-never-meet', { 'renderer/call/panel.ts': `import '../../electron/clock.ts'`, 'electron/clock.ts': '' }],
  ['processes-never-meet', { 'electron/call/tracker.ts': `import '../../renderer/app/x.ts'`, 'renderer/app/x.ts': '' }],
  ['product-without-its-tools', { 'electron/call/tracker.ts': `import '../../e2e/rig/sipp.ts'`, 'e2e/rig/sipp.ts': '' }],
  ['features-never-meet', { 'renderer/call/panel.ts': `import '../notes/note.ts'`, 'renderer/notes/note.ts': '' }],
  [
    'features-never-meet',
    { 'electron/call/tracker.ts': `import type { A } from '../journal/a.ts'`, 'electron/journal/a.ts': '' },
  ],
  ['features-never-meet', { 'renderer/ui/button.tsx': `import '../call/panel.ts'`, 'renderer/call/panel.ts': '' }],
  ['features-never-meet', { 'electron/shell/browser/host.ts': `import '../../call/a.ts'`, 'electron/call/a.ts': '' }],
  ['only-roots-know-features', { 'electron/clock.ts': `import './call/a.ts'`, 'electron/call/a.ts': '' }],
  ['electron-stays-at-its-door', { 'electron/call/tracker.ts': `import { app } from 'electron'` }],
  ['electron-stays-at-its-door', { 'renderer/call/panel.ts': `import type { App } from 'electron'` }],
  [
    'companion-runs-without-electron',
    {
      'electron/companion.ts': `import './shell/desktop/tray.ts'`,
      'electron/shell/desktop/tray.ts': `import { Tray } from 'electron'`,
    },
  ],
  ['no-cycles', { 'shared/a.ts': `import './b.ts'`, 'shared/b.ts': `import './a.ts'` }],
  ['everything-resolves', { 'shared/a.ts': `import './gone.ts'` }],
]

test.each(broken)('the rule %s reports the tree that breaks it: %o', async (rule, tree) => {
  expect(await rulesBrokenBy(tree)).toContain(rule)
})

test('a tree that keeps every rule is reported by none', async () => {
  const tree = {
    'shared/call/call.ts': `import * as z from 'zod'`,
    'electron/clock.ts': '',
    'electron/call/tracker.ts': `import '../clock.ts'\nimport type { Shell } from '../shell/shell.ts'\nimport '../../shared/call/call.ts'`,
    'electron/call/tracker-live.test.ts': `import './tracker.ts'\nimport '../../e2e/rig/sipp.ts'`,
    'e2e/rig/sipp.ts': '',
    'electron/shell/shell.ts': '',
    'electron/shell/desktop/tray.ts': `import { Tray } from 'electron'`,
    'electron/companion.ts': `import './call/tracker.ts'`,
    'electron/main.ts': `import { app } from 'electron'\nimport './companion.ts'\nimport './shell/desktop/tray.ts'`,
    'renderer/app/wiring.ts': `import '../call/panel.tsx'\nimport '../notes/store.ts'`,
    'renderer/call/panel.tsx': `import '../ui/button.tsx'\nimport '../words/words.ts'`,
    'renderer/notes/store.ts': `import '../storage/database.ts'`,
    'renderer/storage/database.ts': '',
    'renderer/ui/button.tsx': '',
    'renderer/words/words.ts': '',
  }
  expect(await rulesBrokenBy(tree)).toEqual([])
})

async function rulesBrokenBy(tree: Readonly<Record<string, string>>): Promise<string[]> {
  const base = mkdtempSync(path.join(tmpdir(), 'steadyline-rules-'))
  trees.push(base)
  const packages = Object.fromEntries(['electron', 'zod', 'dexie'].map((name) => [`node_modules/${name}/index.js`, '']))
  for (const [file, text] of Object.entries({ ...packages, ...tree })) {
    mkdirSync(path.dirname(path.join(base, file)), { recursive: true })
    writeFileSync(path.join(base, file), text)
  }
  const folders = [...new Set(Object.keys(tree).map((file) => path.dirname(file).split('/')[0] ?? ''))]
  const { output } = await cruise(folders, { ...cruiseOptions, baseDir: base }, { extensions: ['.ts', '.tsx', '.js'] })
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map((violation) => violation.rule.name)
}
