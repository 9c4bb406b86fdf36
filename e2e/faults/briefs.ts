import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { connect, type MqttClient } from 'mqtt'
import { openMembers } from '../../electron/hub/members.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import { inboxTopic } from '../../shared/transfer/team-topics.ts'
import type { App } from '../app/app.ts'
import { freeTcpPort } from '../rig/free-port.ts'
import { bundled } from './bundled.ts'
import { cuttingProxy } from './cutting-proxy.ts'
import { Mortal } from './mortal.ts'
import type { OfficePlace, OfficeWord } from './office-process.ts'
import { seeded } from './seeded.ts'
import { readWindow } from './window-file.ts'

export interface FaultOptions {
  readonly count: number
  /** Processes that are killed, where that is what is counted. */
  readonly kills: number
  readonly seed: number
  /** In which of them, where that makes a difference. */
  readonly shells: readonly App['shell'][]
}

/** So many at once, with the faults in their midst. */
const burst = 20
const patienceMs = 60_000

/** Sends briefs from one office to another while lines are cut and processes killed, and counts what a person would see. */
export async function briefs({ count, seed }: FaultOptions): Promise<boolean> {
  const random = seeded(seed)
  const place = mkdtempSync(join(tmpdir(), 'steadyline-faults-'))
  const [hubScript, officeScript] = [await bundled('hub-process'), await bundled('office-process')]
  const hubPort = await freeTcpPort()
  const hubDir = join(place, 'hub')
  const passwords = await admit(hubDir, ['ana', 'mia'])
  const lines = { ana: await cuttingProxy(hubPort), mia: await cuttingProxy(hubPort) }
  const placeOf = (user: 'ana' | 'mia', role: OfficePlace['role']): OfficePlace => {
    const dataDir = join(place, user)
    mkdirSync(dataDir, { recursive: true })
    return { dataDir, url: `mqtt://127.0.0.1:${lines[user].port}`, user, password: passwords[user] ?? '', role }
  }

  const wanted = Array.from({ length: count }, (_, number) => briefNumber(number, seed))
  const toSend = [...wanted]
  const unanswered = new Map<string, Brief>()
  const sent = new Set<string>()
  const hub = new Mortal(hubScript, { dataDir: hubDir, port: hubPort })
  const mia = new Mortal(officeScript, placeOf('mia', 'manager'))
  const ana: Mortal = new Mortal(officeScript, placeOf('ana', 'agent'), (child: ChildProcess) =>
    child.on('message', (word: OfficeWord) => {
      if ('up' in word) for (const brief of unanswered.values()) ana.tell({ send: brief })
      else if (word.ok) {
        sent.add(word.sent)
        unanswered.delete(word.sent)
      }
    }),
  )
  const copier = copiesOf(hubPort, passwords.ana ?? '')
  const faults = [
    { name: 'line of the sender cut', do: () => lines.ana.cut() },
    { name: 'line of the receiver cut', do: () => lines.mia.cut() },
    { name: 'hub killed', do: () => hub.kill() },
    { name: 'sender killed', do: () => ana.kill() },
    { name: 'receiver killed', do: () => mia.kill() },
    { name: 'copies brought', do: () => copier.copy([...sent].slice(-5), wanted) },
  ]
  const done = new Map<string, number>()
  const facts = () => ({
    shown: readWindow(join(place, 'mia', 'window.jsonl')),
    settled: readWindow(join(place, 'ana', 'window.jsonl')).done,
  })
  const since = Date.now()

  while (sent.size < count && Date.now() - since < patienceMs + count * 200) {
    for (const brief of toSend.splice(0, burst)) {
      unanswered.set(brief.id, brief)
      ana.tell({ send: brief })
    }
    await setTimeout(random() * 40)
    for (const fault of faults.filter(() => random() < 0.3)) {
      fault.do()
      done.set(fault.name, (done.get(fault.name) ?? 0) + 1)
    }
    await setTimeout(150 + random() * 700)
  }
  let progress = { at: Date.now(), settled: 0 }
  while (progress.settled < count && Date.now() - progress.at < patienceMs) {
    await setTimeout(200)
    const settled = facts().settled.size
    if (settled > progress.settled) progress = { at: Date.now(), settled }
  }

  for (const mortal of [ana, mia, hub]) mortal.end()
  copier.end()
  for (const line of Object.values(lines)) line.close()
  const { shown, settled } = facts()
  const ids = [...sent]
  const result = {
    seed,
    sent: sent.size,
    shown: shown.told.size,
    lost: ids.filter((id) => !shown.told.has(id)).length,
    twice: shown.twice.length,
    unanswered: ids.filter((id) => !settled.has(id)).length,
    differently: ids.filter((id) => settled.has(id) && shown.done.has(id) && settled.get(id) !== shown.done.get(id)).length,
    seconds: Math.round((Date.now() - since) / 1000),
  }
  for (const [name, times] of done) console.log(`${times} × ${name}`)
  for (const [name, value] of Object.entries(result)) console.log(`${name} ${value}`)
  const isGood = result.shown === count && result.lost + result.twice + result.unanswered + result.differently === 0
  if (isGood) rmSync(place, { recursive: true, force: true })
  else console.log(`The files are kept in ${place}`)
  return isGood
}

async function admit(hubDir: string, users: readonly string[]): Promise<Record<string, string>> {
  const members = await openMembers(hubDir)
  if (!members.ok) throw new Error(members.failure.kind)
  const passwords: Record<string, string> = {}
  for (const user of users) {
    const admitted = await members.value.admit(user)
    if (!admitted.ok) throw new Error(admitted.failure.kind)
    passwords[user] = admitted.value.password
  }
  return passwords
}

/** Brings briefs again, as a hub or a network may. */
function copiesOf(port: number, password: string): { copy(ids: readonly string[], all: readonly Brief[]): void; end(): void } {
  const client: MqttClient = connect(`mqtt://127.0.0.1:${port}`, {
    ...{ username: 'ana', password, clientId: 'steadyline-ana-copies', protocolVersion: 4, reconnectPeriod: 300 },
  })
  client.on('error', () => undefined)
  return {
    copy(ids, all) {
      for (const brief of all.filter(({ id }) => ids.includes(id)))
        client.publish(inboxTopic('mia', 'brief', 'ana'), JSON.stringify({ v: 1, brief }), { qos: 1 })
    },
    end: () => void client.end(true),
  }
}

function briefNumber(number: number, seed: number): Brief {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)
  return {
    id: `${hex(seed, 8)}-0000-4000-8000-${String(number).padStart(12, '0')}`,
    from: { id: 'ana', name: 'Ana' },
    to: { id: 'mia', name: 'Mia' },
    headline: `Caller ${number} wants a refund today.`,
    caller: { name: `Caller ${number}`, number: '+15550100', verified: 'verified' },
    tone: 'Demanding, fears being ignored',
    situation: 'The parcel came broken. '.repeat(8),
    background: 'Third call this month. '.repeat(8),
    tried: 'A voucher was offered and declined. '.repeat(8),
    request: 'Approve a refund.',
    avoid: 'Another voucher.',
    readBack: 'Refund for the broken parcel.',
    topic: 'deliveries',
  }
}
