import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

export interface HubPlace {
  readonly listen: 'loopback' | 'everywhere'
  readonly port: number
  /** What the certificate stands for; null without one. */
  readonly certified: readonly string[] | null
}

/** What colleagues type: with a certificate only names that it stands for, because any other is refused at their end. */
export function hubUrls({ listen, port, certified }: HubPlace, interfaces = networkInterfaces()): readonly string[] {
  const own = listen === 'loopback' ? ['127.0.0.1'] : addressesIn(interfaces)
  const hosts = certified === null || certified.length === 0 || listen === 'loopback' ? own : certified
  return hosts.map((host) => `${certified === null ? 'mqtt' : 'mqtts'}://${isIPv6(host) ? `[${host}]` : host}:${port}`)
}

/** Of this machine in its networks; a machine in none is reached from itself alone. */
function addressesIn(interfaces: ReturnType<typeof networkInterfaces>): readonly string[] {
  const all = Object.values(interfaces).flatMap((addresses) => addresses ?? [])
  const outer = all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address)
  return outer.length > 0 ? outer : ['127.0.0.1']
}
