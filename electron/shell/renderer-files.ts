import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { contentSecurityPolicy, securityHeaders } from './content-security.ts'

interface FileAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** Takes the path of a URL, still percent-encoded. */
export type RendererFiles = (urlPath: string) => Promise<FileAnswer>

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Serves the built renderer, and nothing beside it: paths that leave `root` and kinds of file it has no use for are not found. */
export function rendererFiles(root: string, connections: readonly string[]): RendererFiles {
  return async (urlPath) => {
    const path = fileFor(root, urlPath)
    const contentType = path === null ? undefined : contentTypes[extname(path)]
    if (path === null || contentType === undefined) return notFound()
    try {
      const content = new Uint8Array(await readFile(path))
      return extname(path) === '.html' ? page(content, connections) : file(content, contentType)
    } catch {
      return notFound()
    }
  }
}

function fileFor(root: string, urlPath: string): string | null {
  const decoded = decodedPath(urlPath)
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null
  const path = resolve(root, `.${decoded.startsWith('/') ? decoded : `/${decoded}`}`)
  if (path === resolve(root)) return join(path, 'index.html')
  return path.startsWith(resolve(root) + sep) ? path : null
}

function decodedPath(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return null
  }
}

function page(content: Uint8Array, connections: readonly string[]): FileAnswer {
  const nonce = randomBytes(16).toString('base64')
  const html = new TextDecoder().decode(content).replace('<head>', `<head><meta name="csp-nonce" nonce="${nonce}">`)
  return {
    status: 200,
    headers: {
      ...securityHeaders,
      'content-security-policy': contentSecurityPolicy(nonce, connections),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: new TextEncoder().encode(html),
  }
}

/** Read again on each visit: after an update no window may run a mixture of two builds. */
function file(body: Uint8Array<ArrayBuffer>, contentType: string): FileAnswer {
  return { status: 200, headers: { ...securityHeaders, 'content-type': contentType, 'cache-control': 'no-cache' }, body }
}

function notFound(): FileAnswer {
  const headers = { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return { status: 404, headers, body: new TextEncoder().encode('There is nothing here.\n') }
}
