import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type AlarmBook, openAlarmBook } from './callbacks/alarm-book.ts'
import { systemClock } from './clock.ts'
import { forgetRecords } from './forget-records.ts'
import { openSeal, type Seal } from './seal.ts'
import { openBriefBook } from './transfer/brief-book.ts'
import { freshEntry } from './transfer/brief-entry.ts'
import { briefFor } from './transfer/office-in-test.ts'

const log = { debug() {}, info() {}, warn() {}, error() {} }
const [id, other] = ['5f0c3f6e-9d0c-4a57-9f6a-0b1a6d3c2f11', '5f0c3f6e-9d0c-4a57-9f6a-0b1a6d3c2f12'] as const

let dataDir: string
let seal: Seal
let alarms: AlarmBook

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-forget-'))
  seal = await openSeal(dataDir, null, log)
  alarms = await openAlarmBook({ dataDir, seal, log })
})

afterEach(async () => {
  await alarms.close()
  await rm(dataDir, { recursive: true })
})

it('leaves no word of a promised call in the file of alarms, and all others as they are', async () => {
  for (const callback of [id, other]) {
    alarms.put({
      callback: { id: callback, at: 1_800_000_000_000, name: nameOf(callback), number: '', reason: '', said: '', handOver: null },
      ...{ ringsAt: 0, stage: 'waiting', snoozedUntil: null, whileAway: false, handedOverAt: null, claimed: [] },
    })
  }
  await alarms.keep()
  alarms.remove(id)
  await alarms.keep()
  expect(await alarmText()).toContain('Marta Kask')
  await alarms.tidy()
  expect(await alarmText()).not.toContain('Marta Kask')
  expect([...(await openAlarmBook({ dataDir, seal, log })).rows()].map(({ callback }) => callback.id)).toEqual([other])
})

it('leaves no word of a brief in the file of briefs, and knows it again', async () => {
  const book = await openBriefBook(dataDir, systemClock, log)
  const brief = { ...briefFor('ana', 'mia'), situation: 'Zanzibar' }
  const record = { brief, direction: 'sent', stage: 'waiting', at: 1, stageAt: 1, reason: '', followUp: null } as const
  await book.change(brief.id, () => freshEntry(record))
  await book.forget([brief.id])
  expect(book.find(brief.id)).toMatchObject({ record: { stage: 'withdrawn', brief: { id: brief.id, headline: '' } } })
  const text = await briefText()
  for (const word of ['Zanzibar', 'Anna', '15550100', 'voucher']) expect(text).not.toContain(word)
  await book.close()
})

it('says so when a file could not be written', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const asked = await forgetRecords(
    { callbacks: [id], briefs: [] },
    { alarms: { forget: () => Promise.reject(full) }, office: { forget: async () => undefined } },
  )
  expect(asked).toEqual({ ok: false, failure: { kind: 'records.notForgotten', cause: 'ENOSPC' } })
})

function nameOf(callback: string): string {
  return callback === id ? 'Marta Kask' : 'Jan Tamm'
}

async function alarmText(): Promise<string> {
  const lines = (await readFile(join(dataDir, 'alarms.jsonl'), 'utf8')).split('\n')
  return lines.map((line) => seal.unseal(line, 'alarms') ?? '').join('\n')
}

async function briefText(): Promise<string> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith('briefs'))
  return (await Promise.all(names.map((name) => readFile(join(dataDir, name), 'utf8')))).join('')
}
