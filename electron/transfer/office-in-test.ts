import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { Team } from '../../shared/transfer/team.ts'
import type { Clock } from '../clock.ts'
import { systemClock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Timers } from '../timers.ts'
import { openTeamOffice, type TeamOffice } from './team-office.ts'

/** An office and all that it told. */
export interface OfficeInTest {
  readonly office: TeamOffice
  readonly dataDir: string
  readonly received: readonly BriefRecord[]
  readonly changes: readonly BriefRecord[]
  readonly logged: readonly string[]
  /** Resolves with the first value that is not false or missing, asked again whenever the office told something. */
  until<Value>(claim: () => Value | false | null | undefined): Promise<Value>
  stop(): Promise<void>
  /** Stops and forgets the files too. */
  remove(): Promise<void>
}

export interface OfficeOptions {
  readonly user: string
  readonly url: string
  readonly role?: Settings['team']['role']
  readonly password?: string
  readonly dataDir?: string
  readonly clock?: Clock
  readonly timers?: Timers
  readonly change?: Partial<Settings>
}

export async function startOffice(options: OfficeOptions): Promise<OfficeInTest> {
  const { user, dataDir = mkdtempSync(join(tmpdir(), `steadyline-office-${user}-`)), password = 'open' } = options
  const received: BriefRecord[] = []
  const changes: BriefRecord[] = []
  const logged: string[] = []
  const waiting = new Set<() => void>()
  const check = () => {
    for (const look of [...waiting]) look()
  }
  const note = (message: string, facts?: unknown) => {
    logged.push(`${message} ${JSON.stringify(facts)}`)
    check()
  }
  const log: Log = { debug: note, info: note, warn: note, error: note }
  const office = await openTeamOffice({
    dataDir,
    clock: options.clock ?? systemClock,
    log,
    secrets: { read: (secret) => (secret === 'hubPassword' ? password : null) },
    ...(options.timers ? { timers: options.timers } : {}),
    listener: {
      teamChanged: () => queueMicrotask(check),
      briefChanged(record) {
        changes.push(record)
        queueMicrotask(check)
      },
      briefReceived(record) {
        received.push(record)
        queueMicrotask(check)
      },
    },
  })
  await office.apply(teamSettings(options))
  const stop = () => office.stop()
  return {
    ...{ office, dataDir, received, changes, logged, stop },
    until: (claim) =>
      new Promise((resolve) => {
        const look = () => {
          const value = claim()
          if (value === false || value === null || value === undefined) return
          waiting.delete(look)
          resolve(value)
        }
        waiting.add(look)
        look()
      }),
    async remove() {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function teamSettings({ user, url, role = 'agent', change = {} }: OfficeOptions): Settings {
  const team = { ...defaultSettings.team, enabled: true, url, user, role, topics: [] }
  return { ...defaultSettings, team, ...change }
}

export function linkOf({ office }: OfficeInTest): Team['link']['state'] {
  return office.team().link.state
}

export function stageOf({ office }: OfficeInTest, id: string): BriefRecord['stage'] | undefined {
  return office.briefs().find(({ brief }) => brief.id === id)?.stage
}

export function availabilityOf({ office }: OfficeInTest, person: string): string | undefined {
  return office.team().people.find(({ person: { id } }) => id === person)?.availability
}

let serial = 0

export function briefFor(from: string, to: string, part: Partial<Brief> = {}): Brief {
  serial += 1
  return {
    id: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
    from: { id: from, name: from },
    to: { id: to, name: to },
    headline: 'Anna Meyer wants her money back today.',
    caller: { name: 'Anna Meyer', number: '+15550100', verified: 'verified' },
    tone: 'Demanding',
    situation: 'The parcel came broken.',
    background: 'Third call this month.',
    tried: 'A voucher.',
    request: 'Approve a refund of 80.',
    avoid: 'Another voucher.',
    readBack: 'Refund of 80 for Anna Meyer.',
    topic: 'deliveries',
    ...part,
  }
}
