import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import { openJournal } from '../../electron/journal/journal.ts'
import type { Log } from '../../electron/log.ts'
import { openSeal } from '../../electron/seal.ts'
import type { JournalEntry } from '../../shared/journal/journal.ts'
import { bundled } from './bundled.ts'
import type { JournalPlace, JournalWord } from './journal-process.ts'
import { seeded } from './seeded.ts'

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'steadyline-journal-'))
})

afterEach(() => rm(dataDir, { recursive: true }))

it('has every record it acknowledged, however often it is killed while it writes and compacts', { timeout: 60_000 }, async () => {
  const script = await bundled('journal-process')
  const random = seeded(7)
  const kept = new Set<number>()
  let from = 1
  for (let kill = 0; kill < 12; kill += 1) {
    const place: JournalPlace = { dataDir, from }
    const child = spawn(process.execPath, [script, JSON.stringify(place)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (word: JournalWord) => kept.add(word.kept))
    await once(child, 'message')
    await setTimeout(random() * 250)
    child.kill('SIGKILL')
    await once(child, 'close')
    from = Math.max(...kept) + 1_000
  }

  const { entries, unreadable } = await readJournal()
  const keys = new Set(entries.map(({ key }) => key))
  expect([...kept].filter((record) => !keys.has(`note-${record}`))).toEqual([])
  expect(Number(JSON.parse(entries.findLast(({ key }) => key === 'latest')?.text ?? '0'))).toBeGreaterThanOrEqual(
    Math.max(...kept),
  )
  expect([kept.size > 100, unreadable]).toEqual([true, 0])
})

async function readJournal() {
  const seal = await openSeal(dataDir, null, silent)
  const journal = await openJournal({ dataDir, seal, clock: systemClock, log: silent, changed: () => undefined })
  const entries: JournalEntry[] = []
  for (let after = 0; ; ) {
    const page = await journal.read(after)
    if (!page.ok) throw new Error(page.failure.kind)
    entries.push(...page.value.entries)
    if (page.value.next === null) {
      await journal.close()
      return { entries, unreadable: page.value.unreadable }
    }
    after = page.value.next
  }
}
