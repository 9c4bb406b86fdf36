/**
 * What a page of ours may load and do.
 *
 * The nonce lets React Aria add its two style elements, which it finds through `<meta name="csp-nonce">`. `connections` names
 * what the page may talk to; the desktop's talks through its preload and needs none. The policies of Trusted Types are those of
 * `renderer/search` and `renderer/care`, each of which lets its own script become a worker and nothing else.
 */
export function contentSecurityPolicy(nonce: string, connections: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connections.length === 0 ? "'none'" : connections.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types search-worker backup-worker',
  ].join('; ')
}

/** Sent with every answer of both shells. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=()',
}
