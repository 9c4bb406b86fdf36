import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import { Person } from '../electron/hub/team-of-tests.ts'
import { inboxTopic, ownInbox } from '../shared/transfer/team-topics.ts'
import { freeTcpPort } from './rig/free-port.ts'

const root = path.resolve(import.meta.dirname, '..')
const hubs: ChildProcess[] = []
let data: string
let port: number

test.beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'steadyline-hub-'))
  port = await freeTcpPort()
})

test.afterEach(async () => {
  for (const hub of hubs.splice(0)) await ended(hub, 'SIGKILL')
  await rm(data, { recursive: true, force: true, maxRetries: 5 })
})

test('briefs for a supervisor who is away survive a hub that is killed, and one that is stopped @browser-only', async () => {
  const [ana, bob] = [await added('ana'), await added('bob')]
  let hub = await hubRuns()
  const supervisor = await joins('bob', bob)
  await supervisor.listensTo(ownInbox('bob'))
  await supervisor.leaves()

  let agent = await joins('ana', ana)
  for (let number = 1; number <= 100; number += 1) await agent.says(inboxTopic('bob', 'brief', 'ana'), `brief ${number}`)
  await ended(hub, 'SIGKILL')
  hub = await hubRuns()
  agent = await joins('ana', ana)
  await agent.says(inboxTopic('bob', 'brief', 'ana'), 'brief 101')
  expect(await ended(hub, 'SIGTERM')).toBe(0)
  await hubRuns()
  const back = await joins('bob', bob)

  const all = Array.from({ length: 101 }, (_, index) => `brief ${index + 1}`)
  await expect.poll(() => back.heard.map(({ text }) => text)).toEqual(all)
})

test('a member is added, listed and shut out while the hub runs @browser-only', async () => {
  await hubRuns()
  const member = await joins('ana', await added('ana'))
  expect((await command('list')).output).toBe('ana\n')

  expect(await command('remove', 'ana')).toEqual({ code: 0, output: 'ana is shut out.\n' })
  await member.gone()

  expect(await command('remove', 'ana')).toEqual({ code: 1, output: 'ana is not a member.\n' })
  expect((await command('list')).output).toBe('Nobody is a member yet.\n')
})

test('a hub that cannot run says why and what to do @browser-only', async () => {
  await hubRuns()

  expect(await command('--port', String(port), '--data', path.join(data, 'other'))).toEqual({
    code: 1,
    output: `The hub does not run. Port ${port} is taken. Stop the program that uses it, or give another with --port.\n`,
  })
  expect((await command('--port', String(await freeTcpPort()))).output).toContain('another hub uses')
  expect((await command('--listen', 'everywhere')).output).toContain('unprotected')
})

function joins(user: string, password: string): Promise<Person> {
  return Person.connected(`mqtt://127.0.0.1:${port}`, user, password)
}

/** The command line of the built hub, with everything it printed. */
async function command(...args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = hubProcess(args)
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

/** The password, from where a team lead reads it. */
async function added(user: string): Promise<string> {
  const { output } = await command('add', user)
  const password = /Password\s+(\S+)/.exec(output)?.[1]
  if (password === undefined) throw new Error(`no password in: ${output}`)
  return password
}

async function hubRuns(): Promise<ChildProcess> {
  const hub = hubProcess(['--port', String(port)])
  hubs.push(hub)
  let said = ''
  hub.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  if (hub.stdout === null) throw new Error('the hub has no output')
  for await (const line of createInterface({ input: hub.stdout })) {
    said += `${line}\n`
    if (!line.includes(`mqtt://127.0.0.1:${port}`)) continue
    hub.stdout.resume()
    return hub
  }
  throw new Error(`the hub did not run: ${said}`)
}

/** Folders given in `args` win over the usual one. */
function hubProcess(args: readonly string[]): ChildProcess {
  const folder = args.includes('--data') ? [] : ['--data', data]
  return spawn(process.execPath, ['out/main/hub-host.js', ...args, ...folder], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function ended(hub: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (hub.exitCode !== null || hub.signalCode !== null) return hub.exitCode
  const exit = once(hub, 'exit')
  hub.kill(signal)
  const [code] = (await exit) as [number | null]
  return code
}
