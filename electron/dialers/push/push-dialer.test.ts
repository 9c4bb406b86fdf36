import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeTcpPort } from '../../../e2e/rig/free-port.ts'
import { systemClock } from '../../clock.ts'
import { ListenerLog, silentLog } from '../listener-log.ts'
import { PushDialer } from './push-dialer.ts'
import { openPushToken } from './push-token.ts'

let dir: string
let port: number
let token: string
let listener: ListenerLog
let dialer: PushDialer

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'steadyline-push-'))
  port = await freeTcpPort()
  const pushToken = await openPushToken(dir)
  const renewed = await pushToken.renew()
  if (!renewed.ok) throw new Error(renewed.failure.cause)
  token = renewed.value.token
  listener = new ListenerLog()
  dialer = new PushDialer({ port, token: pushToken, listener, clock: systemClock, log: silentLog })
  dialer.start([])
  await listener.untilReady()
})

afterEach(async () => {
  await dialer.stop()
  await rm(dir, { recursive: true })
})

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

async function send(path: string, { method = 'POST', headers = {}, body = '' }: Sent = {}) {
  const outgoing = request({ host: '127.0.0.1', port, path, method, headers: { authorization: `Bearer ${token}`, ...headers } })
  outgoing.end(body)
  const [response] = await once(outgoing, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return `${response.statusCode} ${Buffer.concat(chunks).toString().trim()}`
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }

function shown() {
  return listener.shown.map(({ direction, party, state, endCause }) => `${direction} ${party.number} ${endCause ?? state}`)
}

describe('a PBX that pushes to Zammad', () => {
  const url = 'from=%2B4930123456&to=%2B4940789&direction=in&callId=c1&user%5B%5D=Ana&user%5B%5D=Ben'

  it('rings, answers and ends the caller’s call', async () => {
    expect(await send('/zammad', { headers: form, body: `event=newCall&${url}` })).toBe('200 Noted.')
    expect(shown()).toEqual(['incoming +4930123456 ringing'])
    await send('/zammad', { headers: form, body: `event=answer&${url}` })
    await send('/zammad', { headers: form, body: `event=answer&${url}` })
    expect(shown()).toEqual(['incoming +4930123456 live'])
    await send('/zammad', { headers: form, body: `event=hangup&${url}&cause=normalClearing` })
    expect(shown()).toEqual(['incoming +4930123456 caller-hung-up'])
  })

  it('may speak JSON, and may carry the token in the address when it can send no header', async () => {
    const body = JSON.stringify({ event: 'newCall', from: '100', to: '+4930123456', direction: 'out', callId: 'c2' })
    expect(await send(`/zammad/${token}`, { headers: { ...json, authorization: '' }, body })).toBe('200 Noted.')
    expect(shown()).toEqual(['outgoing +4930123456 dialling'])
  })

  it.each([
    ['in', 'noAnswer', 'missed'],
    ['in', 'cancel', 'missed'],
    ['out', 'busy', 'busy'],
    ['out', 'noAnswer', 'no-answer'],
    ['out', 'notFound', 'unreachable'],
    ['out', 'cancel', 'cancelled'],
  ])('has a call %s that ended with %s recorded as %s', async (direction, cause, endCause) => {
    const about = { from: '1', to: '1', direction, callId: 'c3' }
    await send('/zammad', { headers: json, body: JSON.stringify({ event: 'newCall', ...about }) })
    await send('/zammad', { headers: json, body: JSON.stringify({ event: 'hangup', cause, ...about }) })
    expect(listener.shown.map((call) => call.endCause)).toEqual([endCause])
  })
})

describe('a push in our own form', () => {
  it('tells everything a call can do', async () => {
    const about = { id: '7', direction: 'incoming', number: '+15550100', name: 'Bo' }
    const states: (string | undefined)[] = []
    for (const event of ['ringing', 'answered', 'held', 'resumed', 'ended']) {
      await send('/call', { headers: json, body: JSON.stringify({ event, ...about, by: 'agent' }) })
      states.push(listener.shown[0]?.state)
    }
    expect(states).toEqual(['ringing', 'live', 'held', 'live', 'ended'])
    expect(listener.shown[0]?.endCause).toBe('agent-hung-up')
    expect(listener.shown[0]?.party).toEqual({ name: 'Bo', number: '+15550100' })
  })

  it.each([
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['line one\nline two\u0000\u0007', 'line one line two'],
    ['\u202Eevil\u202C', 'evil'],
    ['n'.repeat(10_000), 'n'.repeat(120)],
  ])('shows the name %j on one line, as text', async (name, expected) => {
    await send('/call', { headers: json, body: JSON.stringify({ event: 'ringing', id: '8', number: '1', name }) })
    expect(listener.shown[0]?.party.name).toBe(expected)
  })

  it.each([
    ['a missing id', { event: 'ringing' }, 'The field id is missing or is not what the guide says.'],
    ['an unknown event', { event: 'exploded', id: '1' }, 'The field event is missing or is not what the guide says.'],
    [
      'a number that is no text',
      { event: 'ringing', id: '1', number: 5 },
      'The field number is missing or is not what the guide says.',
    ],
    ['a list', [], 'The body is missing or is not what the guide says.'],
  ])('is refused with a reason for %s', async (_what, body, sentence) => {
    expect(await send('/call', { headers: json, body: JSON.stringify(body) })).toBe(`400 ${sentence}`)
    expect(listener.reports).toEqual([])
  })
})

describe('a softphone that says one number through curl', () => {
  it('has each ring, answer and end belong to one call', async () => {
    for (const hook of ['ringing', 'ringing', 'answered', 'answered', 'ended', 'ended']) {
      await send(`/hook/${hook}`, { headers: form, body: '+4930 123456' })
    }
    expect(shown()).toEqual(['incoming +4930 123456 caller-hung-up'])
  })

  it('begins a new call when the same caller rings again', async () => {
    for (const hook of ['ringing', 'ended', 'ringing']) await send(`/hook/${hook}`, { headers: form, body: '111' })
    expect(shown()).toEqual(['incoming 111 missed', 'incoming 111 ringing'])
  })

  it('knows a busy callee from a caller whom the agent turned away', async () => {
    for (const hook of ['dialling', 'busy']) await send(`/hook/${hook}`, { headers: form, body: '111' })
    for (const hook of ['ringing', 'busy']) await send(`/hook/${hook}`, { headers: form, body: '222' })
    expect(shown()).toEqual(['outgoing 111 busy', 'incoming 222 declined'])
  })

  it('makes no call out of an end that nobody saw begin', async () => {
    expect(await send('/hook/ended', { headers: form, body: '111' })).toBe('200 That call was not known.')
    expect(listener.reports).toEqual([])
  })

  it('goes on with a call from before a restart', async () => {
    for (const hook of ['ringing', 'answered']) await send(`/hook/${hook}`, { headers: form, body: '111' })
    await dialer.stop()
    dialer.start(listener.shown)
    await listener.untilReady()
    await send('/hook/ended', { headers: form, body: '111' })
    expect(shown()).toEqual(['incoming 111 caller-hung-up'])
  })
})

describe('a request that is not the dialer’s', () => {
  it.each<[string, string, Sent, string]>([
    ['without the token', '/call', { headers: { authorization: '' } }, '401 The token is missing or is not the current one.'],
    [
      'with a wrong token',
      '/call',
      { headers: { authorization: 'Bearer x' } },
      '401 The token is missing or is not the current one.',
    ],
    [
      'with a wrong token in the address',
      '/zammad/x',
      { headers: { authorization: '' } },
      '401 The token is missing or is not the current one.',
    ],
    ['from a web page', '/call', { headers: { origin: 'http://evil.example' } }, '403 Requests from web pages are not taken.'],
    ['from a sandboxed web page', '/call', { headers: { origin: 'null' } }, '403 Requests from web pages are not taken.'],
    ['under a rebound name', '/call', { headers: { host: 'evil.example' } }, '403 Only requests to this machine are taken.'],
    ['that only looks', '/call', { method: 'GET' }, '405 Use POST.'],
    ['for something else', '/', {}, '404 There is nothing here.'],
    ['for a hook there is not', '/hook/constructor', {}, '404 There is nothing here.'],
    [
      'in another type',
      '/call',
      { headers: { 'content-type': 'text/plain' }, body: '{}' },
      '415 Send application/json or application/x-www-form-urlencoded.',
    ],
    ['that is not JSON', '/call', { headers: json, body: '{' }, '400 This is not JSON.'],
  ])('is refused %s', async (_what, path, sent, answer) => {
    expect(await send(path, sent)).toBe(answer)
    expect(listener.reports).toEqual([])
  })

  it('is refused for ten megabytes before they are sent, and the line is cut', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      `POST /call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Length: 10000000\r\n\r\n`,
    )
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    await once(socket, 'close')
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('is refused for ten megabytes that come without a length', async () => {
    const socket = connect(port, '127.0.0.1')
    const answers: Buffer[] = []
    socket.on('error', () => {}).on('data', (answer) => answers.push(answer))
    const headers = ['Transfer-Encoding: chunked', 'Content-Type: application/json', `Authorization: Bearer ${token}`]
    socket.write(`POST /call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers.join('\r\n')}\r\n\r\n`)
    const chunk = 'x'.repeat(0x10000)
    for (let sent = 0; sent < 160; sent += 1) socket.write(`10000\r\n${chunk}\r\n`)
    await new Promise((resolve) => socket.on('close', resolve))
    expect(Buffer.concat(answers).toString()).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('does not show the token in the log', async () => {
    const lines: unknown[] = []
    const keep = (...line: readonly unknown[]) => void lines.push(line)
    await dialer.stop()
    dialer = new PushDialer({
      port,
      token: await openPushToken(dir),
      listener,
      clock: systemClock,
      log: { debug: keep, info: keep, warn: keep, error: keep },
    })
    dialer.start([])
    await listener.untilReady()
    await send(`/zammad/${token}`, { body: 'event=newCall', headers: form })
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain(token)
  })
})

describe('the token', () => {
  it('is not on the disk, and its file is for its owner alone', async () => {
    const path = join(dir, 'push-token.json')
    expect(await readFile(path, 'utf8')).not.toContain(token)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('stops working when there is a new one, and outlives a restart until then', async () => {
    const reopened = await openPushToken(dir)
    expect(reopened.matches(token)).toBe(true)
    await reopened.renew()
    expect(reopened.matches(token)).toBe(false)
  })

  it('matches nothing before there is one, and nothing when its file is damaged', async () => {
    const empty = await mkdtemp(join(dir, 'empty-'))
    const none = await openPushToken(empty)
    expect([none.exists(), none.matches('')]).toEqual([false, false])
  })
})

describe('a port that is in use', () => {
  it('is said, and taken as soon as it is free', async () => {
    await dialer.stop()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    expect((other.address() as AddressInfo).port).toBe(port)
    dialer.start([])
    await listener.until(({ health }) => health?.state === 'retrying')
    expect(listener.health?.failure).toEqual({ kind: 'dialer.portInUse', dialer: 'push', port })
    other.close()
    await listener.untilReady()
  })
})
