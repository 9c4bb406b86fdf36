import { join } from 'node:path'
import { systemClock } from '../../electron/clock.ts'
import type { Log } from '../../electron/log.ts'
import { openTeamOffice, type TeamOffice } from '../../electron/transfer/team-office.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import { type BriefRecord, isSettled, recordedAs } from '../../shared/transfer/brief-record.ts'
import { readWindow, WindowFile } from './window-file.ts'

export interface OfficePlace {
  readonly dataDir: string
  readonly url: string
  readonly user: string
  readonly password: string
  readonly role: Settings['team']['role']
}

export type OfficeOrder = { readonly send: Brief }
export type OfficeWord = { readonly up: true } | { readonly sent: string; readonly ok: boolean }

/** One person's office with a window that reads each brief and answers it, as a process that can be killed. */
const { dataDir, url, user, password, role } = JSON.parse(process.argv[2] ?? '') as OfficePlace
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
const path = join(dataDir, 'window.jsonl')
const before = readWindow(path)
const done = new Set(before.done.keys())
const toldInThisLife = new Set<string>()
const inHand = new Set<string>()
const file = new WindowFile(path)
const early: BriefRecord[] = []
let office: TeamOffice | null = null

office = await openTeamOffice({
  dataDir,
  clock: systemClock,
  log: silent,
  secrets: { read: () => password },
  listener: {
    teamChanged: () => undefined,
    briefChanged: (record) => void handle(record),
    briefReceived({ brief: { id } }) {
      if (done.has(id) || toldInThisLife.has(id)) file.keep({ twice: id })
      toldInThisLife.add(id)
      file.keep({ told: id })
    },
  },
})
for (const record of [...early, ...office.briefs()]) void handle(record)
const team = { ...defaultSettings.team, enabled: true, url, user, role, topics: [] }
await office.apply({ ...defaultSettings, team })
process.on('message', async ({ send }: OfficeOrder) => say({ sent: send.id, ok: (await office.send(send)).ok }))
process.on('disconnect', () => process.exit())
say({ up: true })

/** Reads and answers what came, and keeps what is settled. */
async function handle(record: BriefRecord): Promise<void> {
  const { id } = record.brief
  if (office === null) return void early.push(record)
  if (isSettled(record.stage)) return keep(office, record)
  if (record.direction === 'sent' || inHand.has(id)) return
  inHand.add(id)
  await office.read(id)
  await office.answer(
    id.endsWith('7') ? { briefId: id, answer: 'declined', reason: 'Busy' } : { briefId: id, answer: 'accepted' },
  )
}

/** A second wish is granted only after the first is in the file: then the office knows for good that it is recorded. */
async function keep(known: TeamOffice, record: BriefRecord): Promise<void> {
  const { id } = record.brief
  const { stage } = record
  if (done.has(id)) return
  known.recorded(recordedAs(record))
  await known.read(id)
  if (!done.has(id)) file.keep({ done: id, stage })
  done.add(id)
}

function say(word: OfficeWord): void {
  process.send?.(word)
}
