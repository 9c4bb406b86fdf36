import { linePath } from '../../../shared/wire.ts'
import type { EntryPass } from './entry-pass.ts'

/** What a browser says about itself, as it arrived. */
export interface Visit {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly cookie: string | undefined
}

type Admission =
  | { readonly kind: 'show'; readonly path: string }
  | { readonly kind: 'enter' }
  | { readonly kind: 'move'; readonly location: string }
  | { readonly kind: 'refuse'; readonly status: 400 | 403 | 405; readonly reason: Refusal }

export type Refusal = 'malformed' | 'method' | 'host' | 'origin' | 'wrongToken' | 'noPass'

export interface FrontDoor {
  readonly origin: string
  readonly entryAddress: string
  readonly setCookie: string
  /** Decides on a request for a page or a file. */
  admit(visit: Visit): Admission
  /** Decides on a WebSocket: `null` lets it in. */
  refuseLine(visit: Visit): Refusal | null
}

/**
 * Who may come in at the loopback port: any web page and any program on this machine can reach it.
 *
 * The exact Host keeps out names that an attacker pointed at 127.0.0.1, the Origin keeps out other sites, the pass keeps
 * out other users. `localhost` is another origin, with notes of its own, so it is sent on to 127.0.0.1.
 */
export function frontDoor(port: number, pass: EntryPass): FrontDoor {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`

  function admit(visit: Visit): Admission {
    if (visit.method !== 'GET' && visit.method !== 'HEAD') return refuse(405, 'method')
    if (visit.url === undefined || !URL.canParse(visit.url, origin)) return refuse(400, 'malformed')
    const url = new URL(visit.url, origin)
    if (visit.host === `localhost:${port}`) return { kind: 'move', location: `${origin}${url.pathname}${url.search}` }
    if (visit.host !== host) return refuse(403, 'host')
    if (visit.origin !== undefined && visit.origin !== origin) return refuse(403, 'origin')
    if (url.pathname === '/enter') {
      return pass.admits(url.searchParams.get('token') ?? '') ? { kind: 'enter' } : refuse(403, 'wrongToken')
    }
    return pass.isHeldBy(visit.cookie) ? { kind: 'show', path: url.pathname } : refuse(403, 'noPass')
  }

  function refuseLine(visit: Visit): Refusal | null {
    if (visit.url !== linePath) return 'malformed'
    if (visit.host !== host) return 'host'
    if (visit.origin !== origin) return 'origin'
    return pass.isHeldBy(visit.cookie) ? null : 'noPass'
  }

  return { origin, entryAddress: `${origin}/enter?token=${pass.token}`, setCookie: pass.setCookie, admit, refuseLine }
}

function refuse(status: 400 | 403 | 405, reason: Refusal): Admission {
  return { kind: 'refuse', status, reason }
}
