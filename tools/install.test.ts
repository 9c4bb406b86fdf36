import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInstalled, isNewEnough } from './install.mjs'

const wanted = {
  '': { name: 'steadyline' },
  'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
  'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'steadyline-install-'))
  mkdirSync(path.join(folder, 'node_modules', 'zod'), { recursive: true })
  writeFileSync(path.join(folder, 'node_modules', 'zod', 'package.json'), '{}')
  lock('package-lock.json', wanted)
  lock('node_modules/.package-lock.json', { 'node_modules/zod': wanted['node_modules/zod'] })
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('the packages of a fresh checkout', () => {
  it('are installed when every one that this system needs is there as locked', () => {
    expect(isInstalled(folder)).toBe(true)
  })

  it.each<[string, () => void]>([
    ['nothing was installed', () => rmSync(path.join(folder, 'node_modules'), { recursive: true })],
    ['the installation was interrupted', () => rmSync(path.join(folder, 'node_modules/.package-lock.json'))],
    ['the lock file is newer', () => lock('package-lock.json', { ...wanted, 'node_modules/ws': { version: '8.0.0' } })],
    [
      'a version differs',
      () => lock('node_modules/.package-lock.json', { 'node_modules/zod': { version: '3.0.0', integrity: 'sha512-a' } }),
    ],
    [
      'the content differs',
      () => lock('node_modules/.package-lock.json', { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-x' } }),
    ],
    ['a package was deleted', () => rmSync(path.join(folder, 'node_modules/zod'), { recursive: true })],
    ['what is installed cannot be read', () => writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), '{"pack')],
  ])('are not when %s', (_what, happens) => {
    happens()

    expect(isInstalled(folder)).toBe(false)
  })
})

describe('the Node that runs it', () => {
  it.each([
    ['18.20.8', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
    ['100.0.0', true],
  ])('is new enough or not: %s', (version, enough) => {
    expect(isNewEnough(version)).toBe(enough)
  })
})

function lock(name: string, packages: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify({ packages }))
}
