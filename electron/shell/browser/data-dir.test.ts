import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserDataDir } from './data-dir.ts'

describe('the notes of an agent without Electron', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', { STEADYLINE_DATA: '/srv/ana' }, '/srv/ana'],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, join('/conf', 'steadyline', 'browser')],
    ['linux', { XDG_CONFIG_HOME: '' }, join(homedir(), '.config', 'steadyline', 'browser')],
    ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'steadyline', 'browser')],
    ['win32', { APPDATA: 'C:\\Roaming' }, join('C:\\Roaming', 'steadyline', 'browser')],
    ['win32', {}, join(homedir(), 'AppData', 'Roaming', 'steadyline', 'browser')],
  ])('have their second copy on %s with %j in %s', (platform, env, expected) => {
    expect(browserDataDir(env, platform)).toBe(expected)
  })
})
