import { describe, expect, it } from 'vitest'
import { exposureOf, listensBeyondLoopback } from './exposure.ts'

const heading = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n'

function table(local: string, state: string): string {
  return `${heading}   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0\n`
}

describe('a control port', () => {
  it.each([
    ['on every address', '00000000:115C', '0A', true],
    ['on a network address', '0501A8C0:115C', '0A', true],
    ['on every IPv6 address', '00000000000000000000000000000000:115C', '0A', true],
    ['on loopback', '0100007F:115C', '0A', false],
    ['on IPv6 loopback', '00000000000000000000000001000000:115C', '0A', false],
    ['on loopback written as IPv6', '0000000000000000FFFF00000100007F:115C', '0A', false],
    ['of another program', '00000000:115D', '0A', false],
    ['that is a connection, not a listener', '0501A8C0:115C', '01', false],
  ])('%s is open to the network: %s %s %s', (_where, local, state, exposed) => {
    expect(listensBeyondLoopback(table(local, state), 4444)).toBe(exposed)
  })

  it('on another machine is open to the network, whatever that machine says', async () => {
    expect(await exposureOf('192.168.1.5', 4444)).toEqual(['control-port-exposed'])
  })
})
