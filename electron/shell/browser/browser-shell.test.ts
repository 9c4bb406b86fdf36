import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Frame } from '../../../shared/contract.ts'
import type { Log, LogFacts } from '../../log.ts'
import { type BrowserShell, createBrowserShell, heartbeat } from './browser-shell.ts'
import { maxMessageBytes } from './window-line.ts'

let rendererDir: string
let logged: unknown[]
let shell: BrowserShell
let address: URL

const line = (level: string) => (message: string, facts?: LogFacts) => void logged.push([level, message, facts])
const log: Log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  rendererDir = await mkdtemp(join(tmpdir(), 'steadyline-renderer-'))
  await writeFile(join(rendererDir, 'index.html'), '<html><head></head><body>desk</body></html>')
  logged = []
  shell = createBrowserShell(rendererDir, log)
  shell.route(async (channel, payload) => ({ channel, payload }))
  const opened = await shell.open(0)
  if (!opened.ok) throw new Error('no free port')
  address = new URL(opened.value.address)
})

afterEach(async () => {
  await shell.close()
  vi.useRealTimers()
  await rm(rendererDir, { recursive: true })
})

describe('the companion in a browser', () => {
  it('takes the token of its address for a cookie, and shows the desk without either in the URL', async () => {
    const entered = await get(`/enter${address.search}`)
    const shown = await get('/', { cookie: cookieOf(entered.headers) })

    expect({ status: entered.status, location: entered.headers.location, cookie: entered.headers['set-cookie'] }).toEqual({
      status: 303,
      location: '/',
      cookie: [expect.stringMatching(new RegExp(`^steadyline-${address.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))],
    })
    expect(entered.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect([shown.status, shown.body]).toEqual([200, expect.stringContaining('<body>desk</body>')])
    expect(shown.headers['content-security-policy']).toContain(`connect-src ws://127.0.0.1:${address.port};`)
  })

  it('says how to get in to a browser that has no pass', async () => {
    const { status, body, headers } = await get('/')

    expect([status, body]).toEqual([403, expect.stringContaining('Open the address that was printed when Steadyline started')])
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('turns away a name that somebody pointed at this machine', async () => {
    const cookie = await pass()

    const { status } = await get('/', { cookie, host: `evil.example:${address.port}` })

    expect(status).toBe(403)
  })

  it('turns away the line of another site although the browser has a pass', async () => {
    const socket = new WebSocket(`ws://${address.host}/line`, {
      origin: 'https://evil.example',
      headers: { cookie: await pass() },
    })

    const [error] = await once(socket, 'error')

    expect(error).toMatchObject({ message: 'Unexpected server response: 403' })
  })

  it('answers the requests of a window and tells it what happens', async () => {
    const socket = await window()
    const frame: Frame = [{ seq: 1, channel: 'link.changed', payload: { up: true } }]

    const answer = told(socket)
    socket.send(JSON.stringify({ id: 1, channel: 'practice.start', payload: null }))
    expect(await answer).toEqual({ id: 1, ok: true, answer: { channel: 'practice.start', payload: null } })
    const news = told(socket)
    shell.broadcast(frame)
    expect(await news).toEqual({ frame })
  })

  it('tells every window', async () => {
    const windows = [await window(), await window()]
    const news = Promise.all(windows.map(told))

    shell.broadcast([])

    expect(await news).toEqual([{ frame: [] }, { frame: [] }])
  })

  it.each([
    ['no JSON', '{"id":', 0],
    ['no object', '7', 0],
    ['no channel', '{"id":5,"payload":null}', 5],
    ['more than a request', '{"id":5,"channel":"a","payload":null,"evil":1}', 5],
    ['bytes', Buffer.from([0, 1, 2]), 0],
  ])('refuses once what is %s, and goes on', async (_what, sent, id) => {
    const socket = await window()

    const first = told(socket)
    socket.send(sent)
    expect(await first).toEqual({ id, ok: false, refusal: 'RequestRefused: the message is no request' })
    const second = told(socket)
    socket.send(JSON.stringify({ id: 6, channel: 'practice.start', payload: null }))
    expect(await second).toMatchObject({ id: 6, ok: true })
    expect(logged).toEqual([['warn', 'Refused a message that is no request', undefined]])
  })

  it('ends the line of a window that sends more at once than any playbook needs', async () => {
    const socket = await window()

    socket.send('x'.repeat(maxMessageBytes + 1))

    expect((await once(socket, 'close'))[0]).toBe(1009)
  })

  it('keeps a window that answers its pings and drops one that does not', async () => {
    const [present, frozen] = [await window(), await window({ autoPong: false })]

    const pinged = Promise.all([once(present, 'ping'), once(frozen, 'ping')])
    await vi.advanceTimersByTimeAsync(heartbeat)
    await pinged
    const answered = told(present)
    present.send(JSON.stringify({ id: 1, channel: 'practice.start', payload: null }))
    await answered
    const dropped = once(frozen, 'close')
    await vi.advanceTimersByTimeAsync(heartbeat)

    expect((await dropped)[0]).toBe(1006)
    expect(present.readyState).toBe(WebSocket.OPEN)
  })

  it('drops a window that stopped listening instead of keeping everything for it', async () => {
    const socket = await window()
    socket.pause()
    const frame: Frame = [{ seq: 1, channel: 'call.happened', payload: 'x'.repeat(1024 * 1024) as never }]

    for (let sent = 0; sent < 64; sent += 1) shell.broadcast(frame)

    expect(logged).toEqual([['warn', 'Dropped a window that stopped listening', { unsentBytes: expect.any(Number) }]])
    socket.resume()
    expect((await once(socket, 'close'))[0]).toBe(1006)
  })

  it('says that its port is taken', async () => {
    const second = createBrowserShell(rendererDir, log)

    expect(await second.open(Number(address.port))).toEqual({
      ok: false,
      failure: { kind: 'shell.portInUse', port: Number(address.port) },
    })
  })

  it('never logs a token or a cookie', async () => {
    const cookie = await pass()
    await get(`/enter${address.search}x`)
    await get('/', { cookie: `${cookie}x` })
    await get('/', { cookie, origin: 'https://evil.example' })

    expect(logged).toEqual([
      ['warn', 'Turned a visitor away', { reason: 'wrongToken' }],
      ['warn', 'Turned a visitor away', { reason: 'noPass' }],
      ['warn', 'Turned a visitor away', { reason: 'origin' }],
    ])
  })
})

async function pass(): Promise<string> {
  return cookieOf((await get(`/enter${address.search}`)).headers)
}

async function window(options = {}): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${address.host}/line`, {
    origin: address.origin,
    headers: { cookie: await pass() },
    ...options,
  })
  await once(socket, 'open')
  return socket
}

function told(socket: WebSocket): Promise<unknown> {
  return once(socket, 'message').then(([data]) => JSON.parse(String(data)))
}

function once(socket: WebSocket, event: string): Promise<readonly unknown[]> {
  return new Promise((resolve) => socket.once(event, (...said) => resolve(said)))
}

function cookieOf(headers: IncomingHttpHeaders): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: address.port, path, headers, agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += String(chunk)
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
      .on('error', reject)
      .end()
  })
}
