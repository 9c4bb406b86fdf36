import { readFile } from 'node:fs/promises'
import type { DialerWarning } from '../../../shared/dialers/dialer-health.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i

/**
 * Whether others on the network can reach the control port, which asks nobody for a password.
 *
 * Read from the kernel's own table, because knocking on the port would throw off the client it has. Only Linux has that
 * table; elsewhere a port that is open to the network behind a loopback address goes unnoticed.
 */
export async function exposureOf(host: string, port: number): Promise<readonly DialerWarning[]> {
  if (!loopback.test(host)) return ['control-port-exposed']
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => '')))
  return tables.some((table) => listensBeyondLoopback(table, port)) ? ['control-port-exposed'] : []
}

/** `table` is `/proc/net/tcp` or `tcp6`: addresses in hex, words in the machine's byte order, state 0A for listening. */
export function listensBeyondLoopback(table: string, port: number): boolean {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0')
  return table.split('\n').some((row) => {
    const [, local = '', , state] = row.trim().split(/\s+/)
    const [address = '', listeningPort] = local.split(':')
    return state === '0A' && listeningPort === hexPort && !isLoopback(address)
  })
}

function isLoopback(hexAddress: string): boolean {
  if (hexAddress.length === 8) return hexAddress.endsWith('7F')
  return hexAddress === '00000000000000000000000001000000' || /^0{16}FFFF0000.{6}7F$/.test(hexAddress)
}
