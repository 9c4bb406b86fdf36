import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { encodeNetstring, NetstringDecoder } from '../../electron/dialers/baresip/baresip-codec.ts'

interface Line {
  readonly name: string
  state: 'INCOMING' | 'ESTABLISHED'
}

/** Speaks a newer baresip's `ctrl_tcp` at any rate: what a real one cannot be made to do on command. */
export class FakeSoftphone {
  readonly #server: Server
  readonly #lines = new Map<string, Line>()
  #client: Socket | undefined

  private constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket) => this.#serve(socket))
  }

  static async listening(): Promise<FakeSoftphone> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new FakeSoftphone(server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Wall clock, ms since 1970 with fractions, of the moment before the bytes were written. */
  rings(id: string, name: string): number {
    this.#lines.set(id, { name, state: 'INCOMING' })
    return this.#tell('CALL_INCOMING', id, name)
  }

  isAnswered(id: string): number {
    const line = this.#line(id)
    line.state = 'ESTABLISHED'
    return this.#tell('CALL_ESTABLISHED', id, line.name)
  }

  ends(id: string): number {
    const { name } = this.#line(id)
    this.#lines.delete(id)
    return this.#tell('CALL_CLOSED', id, name, 'Connection reset by peer')
  }

  /** Resolves when somebody holds the control connection. */
  async connected(): Promise<void> {
    if (this.#client === undefined) await once(this.#server, 'connection')
  }

  async stop(): Promise<void> {
    this.#client?.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #line(id: string): Line {
    const line = this.#lines.get(id)
    if (line === undefined) throw new Error(`no call ${id}`)
    return line
  }

  #tell(type: string, id: string, peerdisplayname: string, param = ''): number {
    const peeruri = `sip:${id}@127.0.0.1`
    const event = {
      event: true,
      type,
      class: 'call',
      accountaor: 'sip:agent@127.0.0.1',
      direction: 'incoming',
      peeruri,
      peerdisplayname,
      id,
      param,
    }
    const bytes = encodeNetstring(JSON.stringify(event))
    const writtenAt = performance.timeOrigin + performance.now()
    this.#client?.write(bytes)
    return writtenAt
  }

  #serve(socket: Socket): void {
    this.#client?.destroy()
    this.#client = socket
    const decoder = new NetstringDecoder()
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      for (const payload of decoder.take(chunk).payloads) this.#answer(socket, JSON.parse(payload))
    })
  }

  #answer(socket: Socket, { command, token }: { readonly command: string; readonly token?: string }): void {
    const data = command === 'listcalls' ? this.#listing() : command === 'reginfo' ? '\n--- User Agents (0) ---\n\n' : ''
    socket.write(encodeNetstring(JSON.stringify({ response: true, ok: true, data, token })))
  }

  #listing(): string {
    const lines = [...this.#lines].map(
      ([id, { state }], index) =>
        `${index === 0 ? '>' : ' '} [line ${index + 1}, id ${id}]  0:00:01  ${state}             sip:${id}@127.0.0.1`,
    )
    return `\n--- Active calls (${lines.length}) ---\n${lines.join('\n')}\n\n`
  }
}
