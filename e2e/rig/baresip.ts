import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freeTcpPort, freeUdpPort } from './free-port.ts'

export interface BaresipOptions {
  /** User part of the account, such as `agent`. */
  readonly name: string
  readonly answerMode?: 'manual' | 'auto'
  /** Further accounts on the same phone, by user part. */
  readonly otherAccounts?: readonly string[]
  /** Address of the control port; it is unauthenticated, so loopback unless a test is about just that. */
  readonly controlHost?: string
  /** Ports of a phone that was here before, so that a restarted one is found where it was. */
  readonly ports?: BaresipPorts
  /** Lines of `config` that override ours, such as `call_local_timeout 4`. */
  readonly config?: readonly string[]
}

export interface BaresipPorts {
  readonly sip: number
  readonly control: number
  readonly console: number
}

/** A real baresip without audio hardware, in a directory of its own. */
export interface Baresip {
  readonly name: string
  readonly pid: number
  /** What others dial. */
  readonly uri: string
  readonly ports: BaresipPorts
  /**
   * Does what a hand on the softphone would, such as `accept` or `dial sip:ana@127.0.0.1:5060`.
   *
   * It goes through the phone's own console, never through its control connection. Resolves with the first thing that the
   * console printed, which for `listcalls` and `reginfo` is the list.
   */
  console(command: string): Promise<string>
  /** Resolves when the process is gone; one that is still dialling is killed after 1.5 s. */
  stop(): Promise<void>
  /** As a crash would: no goodbye to anybody. */
  kill(): Promise<void>
  freeze(): void
  thaw(): void
}

const modulePaths = ['/usr/lib/baresip/modules', '/usr/local/lib/baresip/modules']

/** Tries again with other ports when somebody else took one of them between the asking and the start. */
export async function startBaresip(options: BaresipOptions): Promise<Baresip> {
  for (let triesLeft = options.ports === undefined ? 3 : 1; triesLeft > 1; triesLeft -= 1) {
    const started = await startOnce(options).catch(() => null)
    if (started !== null) return started
  }
  return startOnce(options)
}

async function startOnce(options: BaresipOptions): Promise<Baresip> {
  const dir = await mkdtemp(join(tmpdir(), `steadyline-baresip-${options.name}-`))
  const ports = options.ports ?? { sip: await freeUdpPort(), control: await freeTcpPort(), console: await freeUdpPort() }
  await writeFile(join(dir, 'config'), await configText(options, ports))
  await writeFile(join(dir, 'accounts'), accountsText(options, ports))
  await writeFile(join(dir, 'contacts'), '')
  const log = openSync(join(dir, 'baresip.log'), 'a')
  const child = spawn('baresip', ['-f', dir, '-v'], { stdio: ['ignore', log, log] })
  closeSync(log)
  await once(child, 'spawn')
  const gone = exitOf(child).then(() => rm(dir, { recursive: true, force: true }))
  await consoleAnswers(ports.console, child)

  return {
    name: options.name,
    pid: child.pid ?? 0,
    uri: `sip:${options.name}@127.0.0.1:${ports.sip}`,
    ports,
    console: (command) => askConsole(ports.console, command, 3_000),
    async stop() {
      child.kill('SIGTERM')
      await Promise.race([gone, setTimeout(1_500)])
      child.kill('SIGKILL')
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  }
}

function accountsText({ name, otherAccounts = [], answerMode = 'manual' }: BaresipOptions, { sip }: BaresipPorts): string {
  return [name, ...otherAccounts]
    .map((user) => `"${user}" <sip:${user}@127.0.0.1:${sip}>;regint=0;answermode=${answerMode};call_transfer=yes\n`)
    .join('')
}

/** `ausine` takes 48 kHz stereo only; with anything else `accept` says ok and the call never connects. */
async function configText(options: BaresipOptions, ports: BaresipPorts): Promise<string> {
  const modulePath = modulePaths.find(existsSync)
  if (modulePath === undefined) throw new Error(`no baresip modules in ${modulePaths.join(' or ')}`)
  const available = await readdir(modulePath)
  const firstRtpPort = 2 * Math.floor((await freeUdpPort()) / 2)
  return [
    ...(options.config ?? []),
    'poll_method epoll',
    `sip_listen 127.0.0.1:${ports.sip}`,
    'net_interface 127.0.0.1',
    'call_local_timeout 120',
    'call_max_calls 4',
    `audio_player aubridge,${options.name}-play`,
    'audio_source ausine,440',
    `audio_alert aubridge,${options.name}-alert`,
    'ausrc_srate 48000',
    'ausrc_channels 2',
    `rtp_ports ${Math.min(firstRtpPort, 65_400)}-${Math.min(firstRtpPort, 65_400) + 100}`,
    `module_path ${modulePath}`,
    ...['g711.so', 'ausine.so', 'aubridge.so'].filter((name) => available.includes(name)).map((name) => `module ${name}`),
    'module_tmp uuid.so',
    'module_tmp account.so',
    'module_app menu.so',
    'module_app ctrl_tcp.so',
    'module_app cons.so',
    `ctrl_tcp_listen ${options.controlHost ?? '127.0.0.1'}:${ports.control}`,
    `cons_listen 127.0.0.1:${ports.console}`,
    '',
  ].join('\n')
}

/** The console is loaded last: when it answers, the control port does too, and nobody was thrown off it to find out. */
async function consoleAnswers(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt += 1) {
    const answer = await askConsole(port, 'reginfo', 250).catch(() => '')
    if (answer !== '') return
    await setTimeout(100)
  }
  child.kill('SIGKILL')
  throw new Error('baresip did not start')
}

async function askConsole(port: number, command: string, timeoutMs: number): Promise<string> {
  const socket = createSocket('udp4')
  try {
    const answer = once(socket, 'message', { signal: AbortSignal.timeout(timeoutMs) })
    socket.connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.send(`/${command}\n`)
    const [text] = (await answer) as [Buffer]
    return text.toString().split(`\r/${command}`).at(-1) ?? ''
  } finally {
    socket.close()
  }
}

function exitOf(child: ChildProcess): Promise<unknown> {
  return once(child, 'exit')
}
