import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Baresip } from './baresip.ts'
import { freeUdpPort } from './free-port.ts'

/**
 * Files of `sipp/`: who calls, and what they do.
 *
 * `waits-then-hangs-up` stays `stayMs` after the answer, `gives-up` cancels `stayMs` after the first ring,
 * `holds` puts the agent on hold for `stayMs` once answered, takes them back and hangs up.
 */
export type CallerScenario = 'waits-then-hangs-up' | 'gives-up' | 'holds'
/** Files of `sipp/`: who is called, and what they do. */
export type CalleeScenario = 'answers' | 'is-busy' | 'does-not-exist' | 'declines' | 'is-away'

export interface CallerOptions {
  readonly number?: string
  /** Shown by the phone as it comes; quotes and backslashes must be escaped as SIP wants them. */
  readonly displayName?: string
  readonly stayMs?: number
}

export interface SippCall {
  /** Resolves when the scenario ran to its end; rejects with sipp's own words when it did not. */
  readonly finished: Promise<void>
  stop(): Promise<void>
}

/** A caller rings the phone. */
export async function callerRings(phone: Baresip, scenario: CallerScenario, options: CallerOptions = {}): Promise<SippCall> {
  const { stayMs = 1_000 } = options
  return runSipp(scenario, await freeUdpPort(), [...callerArguments(phone, options), '-d', String(stayMs)])
}

export interface PatientCaller extends SippCall {
  /** Resolves when the phone has confirmed that the caller is gone. */
  hangsUp(): Promise<void>
}

/** A caller who rings, and stays on the line once answered until told to hang up. */
export async function callerStays(phone: Baresip, options: Omit<CallerOptions, 'stayMs'> = {}): Promise<PatientCaller> {
  const port = await freeUdpPort()
  const callId = `patient-${port}`
  const call = await runSipp('stays-until-told', port, [...callerArguments(phone, options), '-cid_str', callId])
  return {
    ...call,
    async hangsUp() {
      await tell(port, callId)
      await call.finished
    },
  }
}

export interface Callee extends SippCall {
  /** What the phone dials. */
  readonly uri: string
}

/** Somebody the phone can dial once. */
export async function calleeWaits(scenario: CalleeScenario): Promise<Callee> {
  const port = await freeUdpPort()
  return { ...(await runSipp(scenario, port, [])), uri: `sip:bob@127.0.0.1:${port}` }
}

function callerArguments(phone: Baresip, { number = '+15550100', displayName = '' }: CallerOptions): readonly string[] {
  const shownName = displayName === '' ? '' : `"${displayName}" `
  return [
    `127.0.0.1:${phone.ports.sip}`,
    ...['-key', 'called', phone.name, '-key', 'number', number, '-key', 'shown_name', shownName],
  ]
}

/** sipp files a message by its Call-ID alone, and the scenario waits for an INFO of its own call. */
async function tell(port: number, callId: string): Promise<void> {
  const socket = createSocket('udp4')
  const lines = [
    'INFO sip:caller@127.0.0.1 SIP/2.0',
    'Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-word',
    'From: <sip:rig@127.0.0.1>;tag=rig',
    'To: <sip:caller@127.0.0.1>;tag=1',
    `Call-ID: ${callId}`,
    'CSeq: 1 INFO',
    'Content-Length: 0',
  ]
  socket.send(`${lines.join('\r\n')}\r\n\r\n`, port, '127.0.0.1', () => socket.close())
  await once(socket, 'close')
}

async function runSipp(scenario: string, port: number, more: readonly string[]): Promise<SippCall> {
  const dir = await mkdtemp(join(tmpdir(), 'steadyline-sipp-'))
  const file = fileURLToPath(new URL(`./sipp/${scenario}.xml`, import.meta.url))
  const fixed = ['-sf', file, '-i', '127.0.0.1', '-mi', '127.0.0.1', '-p', String(port), '-m', '1', '-nostdin']
  const child = spawn('sipp', [...fixed, '-trace_err', '-error_file', join(dir, 'errors'), ...more], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(child, 'spawn')
  const finished = endOf(child, scenario).finally(() => rm(dir, { recursive: true, force: true }))
  finished.catch(() => undefined)
  return {
    finished,
    async stop() {
      child.kill('SIGKILL')
      await finished.catch(() => undefined)
    },
  }
}

async function endOf(child: ChildProcess, scenario: string): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`sipp ${scenario} ended with ${code}: ${said.slice(-2_000)}`)
}
