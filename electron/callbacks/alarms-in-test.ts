import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Alarm, ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { failed, success } from '../../shared/result.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { ManualTimers } from '../manual-timers.ts'
import { openSeal } from '../seal.ts'
import { type AlarmOffice, openAlarms } from './alarm-office.ts'

export const minute = 60_000
export const hour = 60 * minute

/** Alarms on a real disk, with time that passes and is moved when a test says so. */
export class AlarmsInTest {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'steadyline-alarms-'))
  readonly timers = new ManualTimers()
  /** `lead a +0:00`: stage, callback, and minutes and seconds since its time. */
  rings: string[] = []
  alarms: Alarm[] = []
  sent: Brief[] = []
  logged: string[] = []
  jumps = 0
  /** What windows were told, null for what rings no more. */
  readonly told: (Alarm | null)[] = []
  hubIsThere = true
  leadMinutes = 5
  zone = 'Europe/Tallinn'
  #moved = 0
  #office: AlarmOffice | null = null

  readonly clock: Clock = {
    now: () => ({ mono: this.timers.now().mono, wall: this.timers.now().wall + this.#moved }),
  }

  get now(): number {
    return this.clock.now().wall
  }

  get office(): AlarmOffice {
    if (this.#office === null) throw new Error('the office is closed')
    return this.#office
  }

  async open(): Promise<void> {
    const note = (message: string, facts?: unknown) => void this.logged.push(`${message} ${JSON.stringify(facts)}`)
    const log: Log = { debug: note, info: note, warn: note, error: note }
    this.#office = await openAlarms({
      dataDir: this.dataDir,
      seal: await openSeal(this.dataDir, null, log),
      clock: this.clock,
      timers: this.timers,
      log,
      settings: () => ({ leadMinutes: this.leadMinutes }),
      zone: () => this.zone,
      send: async (brief) => {
        if (!this.hubIsThere) return failed({ kind: 'brief.noHub' })
        this.sent.push(brief)
        const times = { at: this.now, stageAt: this.now }
        return success({ brief, direction: 'sent', stage: 'waiting', ...times, reason: '', followUp: null })
      },
      listener: {
        changed: (_id, alarm) => void this.told.push(alarm),
        rang: (rings) => {
          for (const { alarm } of rings) this.#hear(alarm)
        },
        clockJumped: () => {
          this.jumps += 1
        },
      },
    })
    this.office.start()
    await this.settled()
  }

  async close(): Promise<void> {
    await this.#office?.stop()
    this.#office = null
  }

  async reopen(): Promise<void> {
    await this.close()
    await this.open()
  }

  /** Time goes on minute by minute, so that every ring is heard and kept when it comes. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= minute) {
      this.timers.pass(Math.min(left, minute))
      await this.settled()
    }
  }

  /** Somebody puts the clock forward or back; a machine that sleeps does the same. */
  moveClock(ms: number): void {
    this.#moved += ms
  }

  async settled(): Promise<void> {
    for (let round = 0; round < 3; round += 1) await this.#office?.clear(uuid(999_999))
  }

  async remove(): Promise<void> {
    await this.close()
    await rm(this.dataDir, { recursive: true })
  }

  #hear(alarm: Alarm): void {
    this.alarms.push(alarm)
    this.rings.push(`${alarm.stage} ${shortName(alarm.callbackId)} ${sinceText(this.now - alarm.at)}`)
  }
}

export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export function armed(number: number, at: number, part: Partial<ArmedCallback> = {}): ArmedCallback {
  const said = 'promised for 15:00'
  return {
    id: uuid(number),
    at,
    name: 'Marta Kask',
    number: '+3725550100',
    reason: 'Delivery date',
    said,
    handOver: null,
    ...part,
  }
}

export function briefOfTest(number: number): Brief {
  return {
    id: uuid(number),
    from: { id: 'ana', name: 'Ana' },
    to: { id: 'ben', name: 'Ben' },
    headline: 'Marta Kask waits for a call.',
    caller: { name: 'Marta Kask', number: '+3725550100', verified: 'verified' },
    ...{ tone: '', situation: '', background: '', tried: '', request: '', avoid: '', readBack: '', topic: '' },
  }
}

function shortName(id: string): string {
  return String(Number(id.slice(-12)))
}

function sinceText(ms: number): string {
  const seconds = Math.abs(ms) / 1000
  return `${ms < 0 ? '-' : '+'}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
