import { describe, expect, it } from 'vitest'
import { issueEntryPass } from './entry-pass.ts'
import { frontDoor, type Visit } from './front-door.ts'

const pass = issueEntryPass(47615)
const door = frontDoor(47615, pass)
const cookie = pass.setCookie.split(';')[0]
const agent: Visit = { method: 'GET', url: '/', host: '127.0.0.1:47615', origin: undefined, cookie }
const agentsWindow: Visit = { ...agent, url: '/line', origin: 'http://127.0.0.1:47615' }

describe('a visitor at the loopback port', () => {
  it.each<[string, Partial<Visit>, unknown]>([
    ['the agent with a pass', {}, { kind: 'show', path: '/' }],
    ['the agent among other cookies', { cookie: `a=b; ${cookie}; c` }, { kind: 'show', path: '/' }],
    [
      'a script of our page',
      { url: '/assets/a.js?v=1', origin: 'http://127.0.0.1:47615' },
      { kind: 'show', path: '/assets/a.js' },
    ],
    ['the printed address', { url: `/enter?token=${pass.token}`, cookie: undefined }, { kind: 'enter' }],
    [
      'the printed address, by the other name of this machine',
      { url: `/enter?token=${pass.token}`, host: 'localhost:47615', cookie: undefined },
      { kind: 'move', location: `http://127.0.0.1:47615/enter?token=${pass.token}` },
    ],
    ['a browser without a pass', { cookie: undefined }, { kind: 'refuse', status: 403, reason: 'noPass' }],
    ['a pass of another run', { cookie: 'steadyline-47615=abc' }, { kind: 'refuse', status: 403, reason: 'noPass' }],
    [
      'the pass under another name',
      { cookie: cookie?.replace('47615', '47616') },
      { kind: 'refuse', status: 403, reason: 'noPass' },
    ],
    ['a wrong token', { url: '/enter?token=abc' }, { kind: 'refuse', status: 403, reason: 'wrongToken' }],
    ['no token', { url: '/enter' }, { kind: 'refuse', status: 403, reason: 'wrongToken' }],
    ['a name pointed at this machine', { host: 'evil.example:47615' }, { kind: 'refuse', status: 403, reason: 'host' }],
    ['a name that begins like ours', { host: '127.0.0.1:47615.evil.example' }, { kind: 'refuse', status: 403, reason: 'host' }],
    ['another port', { host: '127.0.0.1:80' }, { kind: 'refuse', status: 403, reason: 'host' }],
    ['no host', { host: undefined }, { kind: 'refuse', status: 403, reason: 'host' }],
    ['another site', { origin: 'https://evil.example' }, { kind: 'refuse', status: 403, reason: 'origin' }],
    ['a sandboxed frame', { origin: 'null' }, { kind: 'refuse', status: 403, reason: 'origin' }],
    ['a form', { method: 'POST' }, { kind: 'refuse', status: 405, reason: 'method' }],
    ['a path that is none', { url: '//[' }, { kind: 'refuse', status: 400, reason: 'malformed' }],
  ])('is met as what it is: %s', (_who, said, admission) => {
    expect(door.admit({ ...agent, ...said })).toEqual(admission)
  })

  it.each<[string, Partial<Visit>, unknown]>([
    ['our page with a pass', {}, null],
    ['our page without a pass', { cookie: undefined }, 'noPass'],
    ['another site with a pass', { origin: 'https://evil.example' }, 'origin'],
    ['a program that names no site', { origin: undefined }, 'origin'],
    ['a name pointed at this machine', { host: 'evil.example:47615', origin: 'http://evil.example:47615' }, 'host'],
    ['the other name of this machine', { host: 'localhost:47615', origin: 'http://localhost:47615' }, 'host'],
    ['another path', { url: '/' }, 'malformed'],
  ])('gets a line or not: %s', (_who, said, refusal) => {
    expect(door.refuseLine({ ...agentsWindow, ...said })).toBe(refusal)
  })

  it('gets another token and another cookie in every run', () => {
    const next = issueEntryPass(47615)

    expect([next.admits(pass.token), next.isHeldBy(cookie), next.admits(next.token)]).toEqual([false, false, true])
  })
})
