import { describe, expect, it } from 'vitest'
import { portOption } from './port-option.ts'

describe('the port of the browser shell', () => {
  it.each<[readonly string[], NodeJS.ProcessEnv, number | null]>([
    [[], {}, 47615],
    [[], { STEADYLINE_PORT: '' }, 47615],
    [[], { STEADYLINE_PORT: '5000' }, 5000],
    [['--port', '5001'], { STEADYLINE_PORT: '5000' }, 5001],
    [['--port=0'], {}, 0],
    [['--other', '--port', '5001'], {}, 5001],
    [['--port'], {}, null],
    [['--port='], {}, null],
    [['--port', 'x'], {}, null],
    [['--port', '65536'], {}, null],
    [['--port', '80.5'], {}, null],
    [[], { STEADYLINE_PORT: '-1' }, null],
  ])('with %j and %j is %j', (args, env, port) => {
    expect(portOption(args, env)).toBe(port)
  })
})
