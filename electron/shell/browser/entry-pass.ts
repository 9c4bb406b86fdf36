import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What lets a browser in: a token in the address that was printed, exchanged once for a cookie. Both end with this run. */
export interface EntryPass {
  readonly token: string
  /** The header that gives a browser its session; scripts and other sites never see it. */
  readonly setCookie: string
  admits(token: string): boolean
  isHeldBy(cookieHeader: string | undefined): boolean
}

/** Cookies do not know ports, so the name does: two companions on one machine must not sign each other out. */
export function issueEntryPass(port: number): EntryPass {
  const token = secret()
  const session = secret()
  const name = `steadyline-${port}`
  return {
    token,
    setCookie: `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    admits: (shown) => same(shown, token),
    isHeldBy: (cookieHeader) => cookies(cookieHeader).some(([key, value]) => key === name && same(value, session)),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function same(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function cookies(header: string | undefined): readonly (readonly [string, string])[] {
  return (header ?? '').split(';').map((pair) => {
    const equals = pair.indexOf('=')
    return equals === -1 ? [pair.trim(), ''] : [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]
  })
}
