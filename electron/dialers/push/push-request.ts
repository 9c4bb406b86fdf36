import type { IncomingHttpHeaders } from 'node:http'
import { failed, type Result, success } from '../../../shared/result.ts'
import { type Hook, hooks } from './hook-calls.ts'

export type Route = { readonly kind: 'zammad' } | { readonly kind: 'call' } | { readonly kind: 'hook'; readonly hook: Hook }

export interface Refusal {
  readonly status: number
  /** One sentence for whoever set the push up; never a secret, never the caller's text. */
  readonly sentence: string
}

interface PushRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/**
 * What a request is for, decided before its body is read.
 *
 * Any web page can post to this machine, so a request that a browser made (it has an `Origin`) or that reached us under
 * another name (its `Host`) is refused whatever it knows.
 */
export function admit(request: PushRequest, port: number, tokenMatches: (shown: string) => boolean): Result<Route, Refusal> {
  const { method, path, headers } = request
  const names = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
  if (!names.includes((headers.host ?? '').toLowerCase())) return refused(403, 'Only requests to this machine are taken.')
  if (headers.origin !== undefined) return refused(403, 'Requests from web pages are not taken.')
  const [, first, second, ...more] = (path.split('?')[0] ?? '').split('/')
  const route = more.length > 0 ? null : routeOf(first, second)
  if (route === null) return refused(404, 'There is nothing here.')
  if (method !== 'POST') return refused(405, 'Use POST.')
  const shown = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? (route.kind === 'zammad' ? second : undefined)
  return shown !== undefined && tokenMatches(shown)
    ? success(route)
    : refused(401, 'The token is missing or is not the current one.')
}

function routeOf(first: string | undefined, second: string | undefined): Route | null {
  if (first === 'zammad') return { kind: 'zammad' }
  if (first === 'call' && second === undefined) return { kind: 'call' }
  const hook = first === 'hook' ? hooks.find((name) => name === second) : undefined
  return hook === undefined ? null : { kind: 'hook', hook }
}

function refused(status: number, sentence: string): Result<never, Refusal> {
  return failed({ status, sentence })
}
