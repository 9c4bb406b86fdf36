import { type ChildProcess, spawn } from 'node:child_process'
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freeTcpPort } from './free-port.ts'

/** A real Mosquitto with the rules of `docs/hub.md`, in a directory of its own. */
export interface Mosquitto {
  readonly port: number
  readonly url: string
  readonly pid: number
  /** As a crash would; what it kept stays for `start`. */
  kill(): Promise<void>
  /** Starts it again where it was. */
  start(): Promise<void>
  /** Ends it and removes its directory. */
  stop(): Promise<void>
}

/** What `docs/hub.md` tells a team to write, beside where things are. */
export const mosquittoRules = [
  'pattern write steadyline/1/presence/%u',
  'pattern read steadyline/1/presence/+',
  'pattern write steadyline/1/inbox/+/+/%u',
  'pattern read steadyline/1/inbox/%u/#',
]

export const mosquittoSettings = [
  'allow_anonymous false',
  'persistence true',
  'autosave_interval 1',
  'autosave_on_changes true',
  'max_packet_size 262144',
  'max_queued_messages 10000',
]

/** Debian keeps daemons where only root looks. */
export const mosquittoPath = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin']

export async function startMosquitto(members: Readonly<Record<string, string>>): Promise<Mosquitto> {
  const dir = await mkdtemp(join(tmpdir(), 'steadyline-mosquitto-'))
  const port = await freeTcpPort()
  await writeFile(join(dir, 'passwords'), passwordsText(members), { mode: 0o600 })
  await writeFile(join(dir, 'rules'), `${mosquittoRules.join('\n')}\n`, { mode: 0o600 })
  await writeFile(join(dir, 'config'), configText(dir, port))
  let child: ChildProcess

  async function start(): Promise<void> {
    const env = { ...process.env, PATH: [process.env.PATH, ...mosquittoPath].join(':') }
    child = spawn('mosquitto', ['-c', join(dir, 'config')], { stdio: 'ignore', env })
    await once(child, 'spawn')
    await accepts(port, child)
  }

  async function ends(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }

  await start()
  return {
    port,
    url: `mqtt://127.0.0.1:${port}`,
    get pid() {
      return child.pid ?? 0
    },
    start,
    kill: () => ends('SIGKILL'),
    async stop() {
      await ends('SIGTERM')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Started by root it would become a user who may not read the directory. */
function configText(dir: string, port: number): string {
  const asRoot = process.getuid?.() === 0 ? ['user root'] : []
  return [
    ...asRoot,
    `listener ${port} 127.0.0.1`,
    `password_file ${join(dir, 'passwords')}`,
    `acl_file ${join(dir, 'rules')}`,
    `persistence_location ${dir}/`,
    ...mosquittoSettings,
    '',
  ].join('\n')
}

/** In the form of `mosquitto_passwd`, which takes one password at a time. */
function passwordsText(members: Readonly<Record<string, string>>): string {
  const iterations = 101
  const lines = Object.entries(members).map(([user, password]) => {
    const salt = randomBytes(12)
    const hash = pbkdf2Sync(password, salt, iterations, 64, 'sha512')
    return `${user}:$7$${iterations}$${salt.toString('base64')}$${hash.toString('base64')}\n`
  })
  return lines.join('')
}

async function accepts(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt += 1) {
    const socket = connect(port, '127.0.0.1')
    const isUp = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isUp) return
    await setTimeout(25)
  }
  child.kill('SIGKILL')
  throw new Error('mosquitto did not start')
}
