import { expect, test } from 'vitest'
import { isHubUrl } from './hub-url.ts'

test.each(['', 'mqtt://hub', 'mqtts://hub.example:8883', 'mqtt://192.168.1.20:1883/', 'mqtt://[::1]:1883'])(
  'a person can give %j as the address of the hub',
  (text) => expect(isHubUrl(text)).toBe(true),
)

test.each(['hub', 'http://hub', 'mqtt://', 'mqtt://ana:secret@hub', 'mqtt://hub/path', 'mqtt://hub:port', 'mqtt://a b'])(
  '%j is no address of a hub',
  (text) => expect(isHubUrl(text)).toBe(false),
)
