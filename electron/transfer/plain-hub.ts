import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Aedes, type PublishPacket } from 'aedes'

/** A hub in memory that lets everybody in with the password `open`, for tests of what happens on the line. */
export interface PlainHub {
  readonly port: number
  readonly url: string
  /** What was published, wills and copies too. */
  readonly published: readonly { readonly topic: string; readonly text: string; readonly retain: boolean }[]
  /** Resolves when the claim holds, asked again whenever something was published. */
  until(claim: () => boolean): Promise<void>
  /** Says something as a member with no manners would. */
  publish(topic: string, payload: string | Buffer, options?: { readonly retain?: boolean }): Promise<void>
  /** Reads nothing more on any line there is, as a machine that hangs. */
  freeze(): void
  /** Breaks every line without a goodbye. */
  cut(): void
  close(): Promise<void>
}

export async function openPlainHub(port = 0): Promise<PlainHub> {
  const broker = await Aedes.createBroker({
    authenticate: (_client, _user, password, done) => {
      const isRight = password?.toString() === 'open'
      done(isRight ? null : Object.assign(new Error('wrong password'), { returnCode: 4 }), isRight)
    },
  })
  const waiting = new Set<() => void>()
  const published: { topic: string; text: string; retain: boolean }[] = []
  broker.on('publish', (packet: PublishPacket) => {
    if (!packet.topic.startsWith('$SYS'))
      published.push({ topic: packet.topic, text: String(packet.payload), retain: packet.retain === true })
    for (const look of [...waiting]) look()
  })
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    broker.handle(socket)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const bound = (server.address() as AddressInfo).port

  function cut(): void {
    for (const socket of sockets) socket.destroy()
  }

  return {
    port: bound,
    url: `mqtt://127.0.0.1:${bound}`,
    published,
    publish: (topic, payload, { retain = false } = {}) =>
      new Promise((resolve, reject) =>
        broker.publish({ cmd: 'publish', topic, payload, qos: 1, retain, dup: false }, (error) =>
          error ? reject(error) : resolve(),
        ),
      ),
    until: (claim) =>
      new Promise((resolve) => {
        const look = () => {
          if (!claim()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    freeze() {
      for (const socket of sockets) socket.removeAllListeners('readable')
    },
    cut,
    async close() {
      cut()
      server.close()
      await new Promise<void>((resolve) => broker.close(resolve))
    },
  }
}
