import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { encodeNetstring, NetstringDecoder } from './baresip-codec.ts'

interface Command {
  readonly command: string
  readonly params?: string
  readonly token: string
}

const emptyList = '\n--- Active calls (0) ---\n\n'
const oneAccount = '\n--- User Agents (1) ---\n> sip:agent@127.0.0.1:5060                  \n\n'

/** What a broken or a strange phone says is a test's to write: no real one can be made to say it. */
export class ScriptedPhone {
  readonly port: number
  readonly commands: string[] = []
  /** The text of an answer; `null` is silence. */
  answers: (command: string, params: string | undefined) => string | null = (command) =>
    command === 'reginfo' ? oneAccount : command === 'listcalls' ? emptyList : ''
  /** What becomes of a client that connects. */
  greets: (client: Socket) => void = () => {}
  private readonly server: Server
  private client: Socket | null = null

  private constructor(server: Server) {
    this.server = server
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (client) => this.take(client))
  }

  static async open(): Promise<ScriptedPhone> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new ScriptedPhone(server)
  }

  says(event: Readonly<Record<string, unknown>>): void {
    this.writes(encodeNetstring(JSON.stringify({ event: true, ...event })))
  }

  writes(bytes: Uint8Array | string): void {
    this.client?.write(bytes)
  }

  hangsUpOnTheClient(): void {
    this.client?.destroy()
  }

  async close(): Promise<void> {
    this.client?.destroy()
    this.server.close()
    await once(this.server, 'close')
  }

  private take(client: Socket): void {
    this.client?.destroy()
    this.client = client
    const decoder = new NetstringDecoder()
    client.on('error', () => {})
    client.on('data', (chunk) => {
      for (const payload of decoder.take(chunk).payloads) this.answer(client, JSON.parse(payload))
    })
    this.greets(client)
  }

  private answer(client: Socket, { command, params, token }: Command): void {
    this.commands.push(params === undefined ? command : `${command} ${params}`)
    const data = this.answers(command, params)
    if (data === null) return
    const ok = !data.startsWith('command not found')
    client.write(encodeNetstring(JSON.stringify({ response: true, ok, data, token })))
  }
}
