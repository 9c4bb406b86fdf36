import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo, Socket } from 'node:net'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import type { HubFailure } from '../../shared/transfer/team.ts'
import { systemClock } from '../clock.ts'
import type { Log } from '../log.ts'
import { systemTimers } from '../timers.ts'
import { HubLine } from './hub-line.ts'
import { openPlainHub } from './plain-hub.ts'

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
const certificates = join(import.meta.dirname, '..', 'hub', 'test-certificates')

const leftovers: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const clear of leftovers.splice(0).reverse()) await clear()
})

interface Told {
  readonly line: HubLine
  readonly ups: boolean[]
  readonly downs: HubFailure[]
  readonly next: () => Promise<void>
}

function lineTo(url: string, received: (text: string) => Promise<void> = async () => undefined): Told {
  const ups: boolean[] = []
  const downs: HubFailure[] = []
  let wake: () => void = () => undefined
  const line = new HubLine({
    address: { url, user: 'ana', password: 'open', authority: '' },
    clientId: 'steadyline-ana-test',
    keepaliveSeconds: 1,
    will: null,
    subscriptions: { 'inbox/#': { qos: 1 } },
    clock: systemClock,
    timers: systemTimers,
    log: silent,
    listener: {
      up(remembered) {
        ups.push(remembered)
        wake()
      },
      down(failure) {
        downs.push(failure)
        wake()
      },
      received: (_topic, payload) => received(payload.toString()),
    },
  })
  leftovers.push(() => line.stop(null))
  line.start()
  const next = () =>
    new Promise<void>((resolve) => {
      wake = () => resolve()
    })
  return { line, ups, downs, next }
}

async function portOf(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  leftovers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('the line to the hub', () => {
  it('has the hub bring again what could not be kept', async () => {
    const hub = await openPlainHub()
    leftovers.push(() => hub.close())
    const taken: string[] = []
    const told = lineTo(hub.url, async (text) => {
      taken.push(text)
      if (taken.length === 1) throw new Error('the disk is full')
    })
    await told.next()

    await hub.publish('inbox/one', 'hello')
    while (taken.length < 2) await told.next()

    expect([taken, told.ups, told.downs.length]).toEqual([['hello', 'hello'], [false, true], 1])
  })

  it.each(['good', 'expired'])('does not trust somebody unknown, be their certificate %s', async (name) => {
    const [cert, key] = await Promise.all([
      readFile(join(certificates, `${name}.pem`)),
      readFile(join(certificates, `${name}.key.pem`)),
    ])
    const url = `mqtts://localhost:${await portOf(createTlsServer({ cert, key }))}`

    const told = lineTo(url)
    await told.next()

    expect(told.downs).toMatchObject([{ kind: 'hub.certificate', url }])
  })

  it('does not take a hub without encryption for one with a bad certificate', async () => {
    const url = `mqtts://localhost:${await portOf(createServer((socket) => socket.on('data', () => socket.end('no'))))}`

    const told = lineTo(url)
    await told.next()

    expect(told.downs).toMatchObject([{ kind: 'hub.unreachable', url }])
  })

  it('says of a publish that the line broke before the hub had it', async () => {
    const hub = await openPlainHub()
    leftovers.push(() => hub.close())
    const told = lineTo(hub.url)
    await told.next()

    const heard = told.line.publish('somewhere', 'one')
    const isHeard = await heard
    hub.freeze()
    const lost = told.line.publish('somewhere', 'two')
    hub.cut()

    expect([isHeard, await lost]).toEqual([true, false])
  })
})
