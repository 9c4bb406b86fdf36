import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

type Fields = Readonly<Record<string, string>>

export const user = 'steadyline'
export const secret = 'open sesame'
const challenge = '840415273'

/**
 * A manager interface for the tests: it greets, challenges, logs in, pings and lists as Asterisk does, and plays what a test
 * gives it for the rest.
 */
export class AmiServer {
  readonly port: number
  /** What came in once logged in, without pings and lists. */
  readonly actions: Fields[] = []
  /** Everything that came in, byte for byte. */
  received = ''
  logins = 0
  /** What is on the PBX, one `CoreShowChannel` each. */
  channels: readonly Fields[] = []
  /** Answers an action of the test; `null` is silence. */
  answers: (action: Fields) => Fields | null = () => ({ Response: 'Success' })
  banner = 'Asterisk Call Manager/9.0.0\r\n'
  /** As with `allowmultiplelogin = no`. */
  oneLoginOnly = false
  private readonly server: Server
  private readonly clients = new Set<Socket>()
  private readonly loggedIn = new Set<Socket>()

  private constructor(server: Server) {
    this.server = server
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (client) => this.take(client))
  }

  static async open(port = 0): Promise<AmiServer> {
    const server = createServer().listen(port, '127.0.0.1')
    await once(server, 'listening')
    return new AmiServer(server)
  }

  /** To everybody who is logged in. */
  says(...events: readonly Fields[]): void {
    this.writes(events.map(text).join(''))
  }

  writes(bytes: string | Uint8Array): void {
    for (const client of this.loggedIn) client.write(bytes)
  }

  hangsUpOnEverybody(): void {
    for (const client of this.clients) client.destroy()
  }

  async close(): Promise<void> {
    this.hangsUpOnEverybody()
    this.server.close()
    await once(this.server, 'close')
  }

  private take(client: Socket): void {
    this.clients.add(client)
    let rest = ''
    client.on('error', () => {})
    client.on('close', () => {
      this.clients.delete(client)
      this.loggedIn.delete(client)
    })
    client.on('data', (chunk) => {
      this.received += chunk.toString()
      const blocks = (rest + chunk.toString()).split('\r\n\r\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) this.act(client, fieldsOf(block))
    })
    client.write(this.banner)
  }

  private act(client: Socket, action: Fields): void {
    const answer = (fields: Fields) => client.write(text({ ...fields, ActionID: action.ActionID ?? '' }))
    switch (action.Action) {
      case 'Challenge':
        answer({ Response: 'Success', Challenge: challenge })
        return
      case 'Login':
        this.logIn(client, action, answer)
        return
      case 'Ping':
        if (this.answers(action) !== null) answer({ Response: 'Success', Ping: 'Pong' })
        return
      case 'CoreShowChannels':
        this.list(action, answer)
        return
      default: {
        const { ActionID, ...given } = action
        this.actions.push(given)
        const said = this.answers(action)
        if (said !== null) answer(said)
      }
    }
  }

  private logIn(client: Socket, { Username, Key }: Fields, answer: (fields: Fields) => void): void {
    const key = createHash('md5').update(`${challenge}${secret}`).digest('hex')
    if (this.oneLoginOnly && this.loggedIn.size > 0) {
      answer({ Response: 'Error', Message: 'Login Already In Use' })
    } else if (Username !== user || Key !== key) {
      answer({ Response: 'Error', Message: 'Authentication failed' })
      client.end()
    } else {
      this.logins += 1
      this.loggedIn.add(client)
      answer({ Response: 'Success', Message: 'Authentication accepted' })
      client.write(text({ Event: 'FullyBooted', Privilege: 'system,all', Status: 'Fully Booted' }))
    }
  }

  private list(action: Fields, answer: (fields: Fields) => void): void {
    const said = this.answers(action)
    if (said === null) return
    if (said.Response === 'Error') {
      answer(said)
      return
    }
    answer({ Response: 'Success', EventList: 'start', Message: 'Channels will follow' })
    for (const channel of this.channels) answer({ Event: 'CoreShowChannel', ...channel })
    answer({ Event: 'CoreShowChannelsComplete', EventList: 'Complete', ListItems: String(this.channels.length) })
  }
}

function text(fields: Fields): string {
  return `${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\r\n`)
    .join('')}\r\n`
}

function fieldsOf(block: string): Fields {
  return Object.fromEntries(
    block.split('\r\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    }),
  )
}
