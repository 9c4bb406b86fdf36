import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { availabilityOf, briefFor, startOffice } from '../../electron/transfer/office-in-test.ts'
import { openPlainHub, type PlainHub } from '../../electron/transfer/plain-hub.ts'
import { inboxTopic } from '../../shared/transfer/team-topics.ts'
import { bundled } from './bundled.ts'
import { Mortal } from './mortal.ts'
import type { OfficePlace, OfficeWord } from './office-process.ts'
import { readWindow } from './window-file.ts'

let script: string
let place: string
let hub: PlainHub
let mortals: Mortal[]

beforeAll(async () => {
  script = await bundled('office-process')
}, 60_000)

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'steadyline-stages-'))
  hub = await openPlainHub()
  mortals = []
})

afterEach(async () => {
  for (const mortal of mortals) mortal.end()
  await hub.close()
  await rm(place, { recursive: true, force: true, maxRetries: 5 })
})

const toMia = inboxTopic('mia', 'brief', 'ana')
const toAna = inboxTopic('ana', 'receipt', 'mia')

describe('a brief reaches its manager once and is answered', { timeout: 40_000 }, () => {
  it.each([
    ['the sender', 'ana', 'the hub has the brief', toMia],
    ['the receiver', 'mia', 'the brief comes', toMia],
    ['the sender', 'ana', 'the receipt comes', toAna],
    ['the receiver', 'mia', 'the receipt leaves', toAna],
  ] as const)('although %s (%s) is killed as %s', async (_who, victim, _when, topic) => {
    const brief = briefFor('ana', 'mia')
    const mia = start('mia', 'manager')
    await hub.until(() => hub.published.some(({ topic: said }) => said.endsWith('presence/mia')))
    const ana: Mortal = start('ana', 'agent', (child) =>
      child.on('message', (word: OfficeWord) => {
        if ('up' in word) ana.tell({ send: brief })
      }),
    )

    await hub.until(() => hub.published.some(({ topic: said }) => said === topic))
    const office = victim === 'ana' ? ana : mia
    office.kill()

    await vi.waitFor(() => expect(window('ana').done.get(brief.id)).toBe('accepted'), { timeout: 30_000, interval: 50 })
    await vi.waitFor(() => expect(window('mia').done.get(brief.id)).toBe('accepted'), { timeout: 30_000, interval: 50 })
    expect(office.deaths).toBe(1)
    expect([[...window('mia').told], window('mia').twice]).toEqual([[brief.id], []])
  })

  it('although the sender is killed before there is a hub at all', async () => {
    const brief = briefFor('ana', 'mia')
    await hub.close()
    let wasKept = false
    const ana: Mortal = start('ana', 'agent', (child) =>
      child.on('message', (word: OfficeWord) => {
        if (wasKept) return
        if ('up' in word) return ana.tell({ send: brief })
        wasKept = word.ok
        ana.kill()
      }),
    )
    await vi.waitFor(() => expect([wasKept, ana.deaths]).toEqual([true, 1]), { timeout: 10_000 })
    hub = await openPlainHub(hub.port)
    start('mia', 'manager')

    await vi.waitFor(() => expect(window('ana').done.get(brief.id)).toBe('accepted'), { timeout: 30_000, interval: 50 })
    expect(window('mia').twice).toEqual([])
  })
})

describe('a manager', () => {
  it('is offline when their machine dies', { timeout: 20_000 }, async () => {
    const mia = start('mia', 'manager')
    const ana = await startOffice({ user: 'ana', url: hub.url })
    await ana.until(() => availabilityOf(ana, 'mia') === 'available')

    mia.end()
    const wentOffline = await ana.until(() => availabilityOf(ana, 'mia') === 'offline')

    await ana.remove()
    expect(wentOffline).toBe(true)
  })
})

function start(user: 'ana' | 'mia', role: OfficePlace['role'], reborn?: (child: ChildProcess) => void): Mortal {
  const dataDir = join(place, user)
  mkdirSync(dataDir, { recursive: true })
  const office: OfficePlace = { dataDir, url: hub.url, user, password: 'open', role }
  const mortal = new Mortal(script, office, reborn)
  mortals.push(mortal)
  return mortal
}

function window(user: 'ana' | 'mia') {
  return readWindow(join(place, user, 'window.jsonl'))
}
