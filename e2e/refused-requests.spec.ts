import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Page } from '@playwright/test'
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

test('no token, cookie or note of the agent reaches the log', async ({ app, agent }) => {
  await agent.startsCallByHand('Secret Caller', '+15550130')
  await agent.notes('A secret that belongs in no log')
  await app.stop()

  const log = await readFile(path.join(app.dataDir, 'logs', 'main.log'), 'utf8')

  expect(log).not.toContain('A secret')
  expect(log).not.toMatch(/token=[\w-]{20}/)
})

async function refusal(page: Page, channel: string, payload: unknown): Promise<string> {
  return page.evaluate(
    ([to, what]) =>
      window.companion.request(to as 'companion.snapshot', what as null).then(
        () => 'answered',
        (error: Error) => `${error.name}: ${error.message}`,
      ),
    [channel, payload] as const,
  )
}
