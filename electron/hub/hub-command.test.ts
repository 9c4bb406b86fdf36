import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hubCommand } from './hub-command.ts'

const surroundings = { configDir: '/conf', workingDir: '/here' }
const dataDir = join('/conf', 'steadyline')
const loopback = { task: 'run', dataDir, port: 1883, listen: 'loopback', certificate: null }
const certificate = { certificate: resolve('/here', 'hub.pem'), key: resolve('/here', 'hub.key') }

describe('the command line of the hub', () => {
  it.each<[string, object]>([
    ['', loopback],
    ['run', loopback],
    ['--port 2883', { ...loopback, port: 2883 }],
    ['--port=0', { ...loopback, port: 0 }],
    ['--data team', { ...loopback, dataDir: resolve('/here', 'team') }],
    ['--cert hub.pem --key hub.key', { ...loopback, port: 8883, certificate }],
    [
      '--listen everywhere --cert hub.pem --key hub.key --port 1883',
      { ...loopback, port: 1883, listen: 'everywhere', certificate },
    ],
    ['--listen everywhere --insecure', { ...loopback, listen: 'everywhere' }],
    ['add ana.lopez', { task: 'add', user: 'ana.lopez', dataDir }],
    ['remove ana --data team', { task: 'remove', user: 'ana', dataDir: resolve('/here', 'team') }],
    ['list', { task: 'list', dataDir }],
    ['add --help', { task: 'help', dataDir }],
  ])('understands %j', (line, command) => {
    expect(hubCommand(words(line), surroundings)).toEqual({ ok: true, value: command })
  })

  it.each([
    ['--listen everywhere', 'unprotected'],
    ['--listen lan', 'loopback or everywhere'],
    ['--cert hub.pem', 'go together'],
    ['--key hub.key --listen everywhere', 'go together'],
    ['--port', 'argument missing'],
    ['--port x', 'from 0 to 65535'],
    ['--port=', 'from 0 to 65535'],
    ['--port 65536', 'from 0 to 65535'],
    ['--colour red', "Unknown option '--colour'"],
    ['add', 'small letters'],
    ['add Ana', 'small letters'],
    ['add ana bob', 'bob was too much'],
    ['list ana', 'There is no list'],
    ['start', 'There is no start'],
  ])('says what is wrong with %j', (line, why) => {
    expect(hubCommand(words(line), surroundings)).toEqual({ ok: false, failure: expect.stringContaining(why) })
  })
})

function words(line: string): readonly string[] {
  return line.split(' ').filter(Boolean)
}
