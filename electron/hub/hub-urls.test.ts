import { expect, it } from 'vitest'
import { hubUrls } from './hub-urls.ts'

const address = (address: string, family: 'IPv4' | 'IPv6', internal = false) =>
  family === 'IPv4'
    ? { address, family, internal, netmask: '', mac: '', cidr: null }
    : { address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }

const interfaces = {
  lo: [address('127.0.0.1', 'IPv4', true)],
  eth0: [address('192.168.1.20', 'IPv4'), address('fe80::1', 'IPv6')],
  wlan0: [address('10.0.0.7', 'IPv4')],
}

it.each([
  ['this computer alone', 'loopback', null, ['mqtt://127.0.0.1:1883']],
  ['this computer alone, encrypted', 'loopback', ['hub.example.com'], ['mqtts://127.0.0.1:1883']],
  ['every network', 'everywhere', null, ['mqtt://192.168.1.20:1883', 'mqtt://10.0.0.7:1883']],
  [
    'every network by the names certified',
    'everywhere',
    ['hub.lan', 'fd00::5'],
    ['mqtts://hub.lan:1883', 'mqtts://[fd00::5]:1883'],
  ],
  ['every network with a certificate for none', 'everywhere', [], ['mqtts://192.168.1.20:1883', 'mqtts://10.0.0.7:1883']],
] as const)('colleagues of a hub for %s type an address that works', (_what, listen, certified, urls) => {
  expect(hubUrls({ listen, port: 1883, certified }, interfaces)).toEqual(urls)
})

it('a machine in no network is reached from itself', () => {
  expect(hubUrls({ listen: 'everywhere', port: 1, certified: null }, {})).toEqual(['mqtt://127.0.0.1:1'])
})
