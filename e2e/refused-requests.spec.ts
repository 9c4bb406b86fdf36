import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Page } from '@playwright/test'
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

test('a page of somebody else inside the window has no way to the companion', async ({ app }) => {
  const stranger = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<script>parent.postMessage("companion" in window, "*")</script>')
  }).listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const { port } = stranger.address() as AddressInfo

  const frames = await app.page
    .evaluate(async (url) => {
      const frame = document.createElement('iframe')
      frame.src = url
      const settled = new Promise((resolve) => {
        frame.addEventListener('load', resolve)
        document.addEventListener('securitypolicyviolation', resolve)
      })
      document.body.append(frame)
      await settled
      const reached = 'companion' in (frame.contentWindow ?? {})
      frame.remove()
      return reached
    }, `http://127.0.0.1:${port}/`)
    .catch((error: Error) => error.name)

  stranger.close()
  expect(frames).not.toBe(true)
  expect(await refusal(app.page, 'companion.snapshot', null)).toBe('answered')
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
