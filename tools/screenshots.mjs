import path from 'node:path'
import { importDriver } from './import-driver.mjs'
import { root } from './run-command.mjs'

const { takeScreenshots } = await importDriver('e2e/screenshots.ts')
for (const file of await takeScreenshots(path.join(root, 'docs/screenshots'))) console.log(path.relative(root, file))
process.exit()
