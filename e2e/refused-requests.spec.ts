import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { linePath } from '../shared/wire.ts'
import { askAnything } from './app/contract-from-page.ts'
import { expect, test } from './fixtures.ts'

test('a request with a wrong payload or an unknown name is refused, and the next good one answered', async ({ app }) => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['call.answer', { callId: '' }],
    ['call.answer', { callId: 'x', more: 1 }],
    ['call.startByHand', 'Ana'],
    ['settings.change', { theme: 'pink' }],
    ['settings.change', { push: { enabled: true, port: 0 } }],
    ['no.such.channel', null],
    ['__proto__', null],
    ['companion.snapshot', { extra: true }],
  ]

  for (const [channel, payload] of wrong) expect(await refusal(app.page, channel, payload), channel).toContain('RequestRefused')
  expect(await refusal(app.page, 'companion.snapshot', null)).toBe('answered')
})

test('a page of somebody else is not let into the window', async ({ app }) => {
  const stranger = await strangersPage()

  await app.page.evaluate(async (url) => {
    const frame = document.createElement('iframe')
    frame.src = url
    const blocked = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }))
    document.body.append(frame)
    await blocked
    frame.remove()
  }, stranger.url)
  await stranger.close()

  expect(stranger.visits()).toBe(0)
})

test('a page of somebody else in the same browser gets no line to the companion, although the cookie goes with it', {
  tag: '@browser-only',
}, async ({ app }) => {
  const stranger = await strangersPage()
  const page = await app.page.context().newPage()
  await page.context().grantPermissions(['local-network-access'])
  await page.goto(stranger.url)

  const line = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const socket = new WebSocket(address)
        socket.addEventListener('open', () => resolve('open'))
        socket.addEventListener('error', () => resolve('refused'))
      }),
    `${new URL(app.page.url()).origin.replace('http', 'ws')}${linePath}`,
  )
  await stranger.close()

  expect(line).toBe('refused')
})

test('the log says what was refused, and nothing of what was said', async ({ app, agent }) => {
  await agent.startsCallByHand('Secret Caller', '+15550130')
  await agent.notes('A secret that belongs in no log')
  await refusal(app.page, 'call.answer', { callId: 'A secret payload', more: 1 })
  await app.stop()

  const log = await readFile(path.join(app.dataDir, 'logs', 'main.log'), 'utf8')

  expect(log).toMatch(/refused.*call\.answer/i)
  expect(log).not.toMatch(/secret/i)
})

async function refusal(page: Page, channel: string, payload: unknown): Promise<string> {
  return askAnything(page, channel, payload).then(
    () => 'answered',
    (error: Error) => error.message,
  )
}

async function strangersPage() {
  let visits = 0
  const server = createServer((_request, response) => {
    visits += 1
    response.setHeader('content-type', 'text/html').end('<!doctype html><p>Hello</p>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    visits: () => visits,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
