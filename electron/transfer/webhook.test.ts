import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BriefContent } from '../../shared/transfer/brief.ts'
import { chatMessage } from './chat-message.ts'
import { postToChat } from './webhook.ts'

const content: BriefContent = {
  headline: 'Anna wants <!channel> money @here *now*',
  caller: { name: '<@U012> & [Anna](https://evil.example)', number: '+15550100', verified: 'verified' },
  tone: 'Demanding',
  situation: '@channel `code` https://evil.example :bomb: # big ~off~ @all',
  background: '',
  tried: '<at>Everybody</at> **bold**',
  request: '![x](https://evil.example/pixel.png)',
  avoid: '',
  readBack: '',
  topic: '',
}

let server: Server
let asked: { path: string | undefined; body: string }[]
let answerWith: { status: number; headers?: Record<string, string> }
let address: string

beforeEach(async () => {
  asked = []
  answerWith = { status: 200 }
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ path: request.url, body: Buffer.concat(chunks).toString() })
    response.writeHead(answerWith.status, answerWith.headers).end('x'.repeat(100_000))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/tiger`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

describe('a brief posted to the chat', () => {
  it('is sent as JSON to the address, and nothing else is', async () => {
    expect(await postToChat(address, 'mattermost', content)).toEqual({ ok: true, value: null })
    expect(asked).toEqual([{ path: '/hooks/tiger', body: JSON.stringify(chatMessage('mattermost', content)) }])
  })

  it.each([
    [404, 'HTTP 404'],
    [500, 'HTTP 500'],
  ])('is refused when the chat answers %i', async (status, cause) => {
    answerWith = { status }

    expect(await postToChat(address, 'slack', content)).toEqual({
      ok: false,
      failure: { kind: 'brief.webhookRefused', status, cause },
    })
  })

  it('follows nobody to another place', async () => {
    answerWith = { status: 307, headers: { location: address.replace('tiger', 'elsewhere') } }

    expect(await postToChat(address, 'slack', content)).toMatchObject({ ok: false, failure: { status: 307 } })
    expect(asked.map(({ path }) => path)).toEqual(['/hooks/tiger'])
  })

  it.each(['http://chat.example/hooks/tiger', 'ftp://127.0.0.1/hooks/tiger', 'tiger'])('never goes to %s', async (unsafe) => {
    expect(await postToChat(unsafe, 'slack', content)).toEqual({
      ok: false,
      failure: { kind: 'brief.webhookRefused', status: null, cause: 'notHttps' },
    })
  })

  it('says that nobody answers there, and not where that is', async () => {
    server.close()
    await once(server, 'close')

    expect(await postToChat(address, 'slack', content)).toEqual({
      ok: false,
      failure: { kind: 'brief.webhookRefused', status: null, cause: 'ECONNREFUSED' },
    })
  })
})

describe('the words of callers and colleagues', () => {
  it('call nobody and mark up nothing in Slack', () => {
    expect(chatMessage('slack', content)).toEqual({
      text: 'Anna wants &lt;!channel&gt; money @\u2060here \u2060*now\u2060*',
      unfurl_links: false,
      unfurl_media: false,
      blocks: [
        plain('Anna wants <!channel> money @\u2060here *now*'),
        plain('Caller: <@\u2060U012> & [Anna](https://evil.example) · +15550100 · verified · Demanding'),
        plain('Situation: @\u2060channel `code` https://evil.example :bomb: # big ~off~ @\u2060all'),
        plain('Tried: <at>Everybody</at> **bold**'),
        plain('Asking you: ![x](https://evil.example/pixel.png)'),
      ],
    })
  })

  it('stand in Teams where nothing is read as Markdown', () => {
    const card = JSON.stringify(chatMessage('teams', content))

    expect(new Set(card.match(/"type":"[A-Za-z]+"/g))).toEqual(
      new Set(['message', 'AdaptiveCard', 'RichTextBlock', 'TextRun'].map((type) => `"type":"${type}"`)),
    )
    expect(card).toContain('@\u2060channel')
    expect(card).not.toMatch(/"msteams"|@channel/)
  })

  it('are escaped in Mattermost, so that no link, picture, mention or emoji comes of them', () => {
    const { text } = chatMessage('mattermost', content) as { text: string }
    const lines = text.split('\n\n')

    expect(lines[0]).toBe('**Anna wants \\<\\!channel\\> money @\u2060here \\*now\\***')
    expect(lines[2]).toBe(
      '**Situation:** @\u2060channel \\`code\\` https\\://evil\\.example \\:bomb\\: \\# big \\~off\\~ @\u2060all',
    )
    expect(lines[4]).toBe('**Asking you:** \\!\\[x\\]\\(https\\://evil\\.example/pixel\\.png\\)')
  })
})

function plain(text: string) {
  return { type: 'section', text: { type: 'plain_text', text, emoji: false } }
}
