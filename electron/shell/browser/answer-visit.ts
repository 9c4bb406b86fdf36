import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Log } from '../../log.ts'
import { securityHeaders } from '../content-security.ts'
import type { RendererFiles } from '../renderer-files.ts'
import type { FrontDoor, Refusal, Visit } from './front-door.ts'
import { refusalPage } from './refusal-page.ts'

const keptNowhere = { ...securityHeaders, 'cache-control': 'no-store' }
const refusalHeaders = {
  ...keptNowhere,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

/** Answers one request for a page or a file. */
export async function answerVisit(
  door: FrontDoor,
  files: RendererFiles,
  log: Log,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const admission = door.admit(visitOf(request))
  switch (admission.kind) {
    case 'show': {
      const { status, headers, body } = await files(admission.path)
      response
        .writeHead(status, { ...headers, 'content-length': body.byteLength })
        .end(request.method === 'HEAD' ? undefined : body)
      break
    }
    case 'enter':
      response.writeHead(303, { ...keptNowhere, 'set-cookie': door.setCookie, location: '/' }).end()
      break
    case 'move':
      response.writeHead(307, { ...keptNowhere, location: admission.location }).end()
      break
    case 'refuse':
      logRefusal(log, admission.reason)
      response
        .writeHead(admission.status, refusalHeaders)
        .end(request.method === 'HEAD' ? undefined : refusalPage(admission.reason))
      break
    default:
      assertNever(admission)
  }
}

/** Lets a WebSocket through, or answers it with a bare refusal and says so by `false`. */
export function admitsLine(door: FrontDoor, log: Log, request: IncomingMessage, stream: Duplex): boolean {
  const reason = door.refuseLine(visitOf(request))
  if (reason === null) return true
  logRefusal(log, reason)
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  return false
}

function visitOf({ method, url, headers }: IncomingMessage): Visit {
  return { method, url, host: headers.host, origin: headers.origin, cookie: headers.cookie }
}

function logRefusal(log: Log, reason: Refusal): void {
  log.warn('Turned a visitor away', { reason })
}
