import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RendererFiles, rendererFiles } from './renderer-files.ts'

let outside: string
let files: RendererFiles

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'steadyline-files-'))
  const root = join(outside, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(outside, 'renderer-secret'))
  await writeFile(join(outside, 'settings.json'), 'secret')
  await writeFile(join(outside, 'renderer-secret', 'settings.json'), 'secret')
  await writeFile(join(root, 'index.html'), '<!doctype html><html><head><title>Steadyline</title></head></html>')
  await writeFile(join(root, 'assets', 'main-1a2b.js'), 'run()')
  await writeFile(join(root, 'assets', 'main-1a2b.js.map'), '{}')
  files = rendererFiles(root, ["'self'"])
})

afterAll(() => rm(outside, { recursive: true }))

describe('the page an agent works in', () => {
  it('comes with a policy whose nonce is the one in the page, and a new one each time', async () => {
    const [first, second] = await Promise.all([files('/'), files('/index.html')])

    const nonce = /nonce-([^']+)'/.exec(first.headers['content-security-policy'] ?? '')?.[1]
    expect(text(first.body)).toBe(
      `<!doctype html><html><head><meta name="csp-nonce" nonce="${nonce}"><title>Steadyline</title></head></html>`,
    )
    expect(text(second.body)).not.toContain(nonce)
    expect(first.headers).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types search-worker backup-worker',
      ].join('; '),
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })

  it('finds its scripts', async () => {
    const { status, headers, body } = await files('/assets/main-1a2b.js')

    expect([status, headers['content-type'], text(body)]).toEqual([200, 'text/javascript; charset=utf-8', 'run()'])
  })

  it.each([
    '/missing.js',
    '/assets',
    '/assets/main-1a2b.js.map',
    '/../settings.json',
    '/%2e%2e/settings.json',
    '/..%2fsettings.json',
    '/..%5csettings.json',
    '/../renderer-secret/settings.json',
    '//settings.json',
    '/index.html%00.js',
    '/%',
  ])('is not found at %j unless it is part of the build', async (path) => {
    const { status, body } = await files(path)

    expect([status, text(body)]).toEqual([404, 'There is nothing here.\n'])
  })

  it('never shows a file from beside the build', async () => {
    const segment = fc.constantFrom(
      '..',
      '.',
      '',
      '%2e%2e',
      '..%2f',
      '%2e.',
      'assets',
      'renderer',
      'renderer-secret',
      'settings.json',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 8 }), async (segments) => {
        expect(text((await files(`/${segments.join('/')}`)).body)).not.toContain('secret')
      }),
    )
  })
})

function text(body: Uint8Array): string {
  return new TextDecoder().decode(body)
}
