import { setTimeout } from 'node:timers/promises'
import { ask } from '../app/contract-from-page.ts'
import { cutJournal, deleteStore, endStoreInZeros, flipJournal } from './harm.ts'
import type { NoteDesk } from './note-desk.ts'
import type { SmallDisk } from './small-disk.ts'

/** What may be missing after a run; the screen must say so then. */
export interface Allowed {
  /** Names of the notes that may be there in an older state, or not at all. */
  among(misses: readonly string[], stored: readonly string[]): readonly string[]
}

export interface Phase {
  readonly name: string
  readonly runs: number
  /** One run, from the first word until nothing runs any more; `null` when nothing at all may be missing. */
  readonly run: (desk: NoteDesk, run: number) => Promise<Allowed | null>
}

/** Killed now and then before anything was typed, also while records are being brought back. */
export function killed(runs: number): Phase {
  return {
    name: 'killed',
    runs,
    async run(desk) {
      await desk.isKilledWhileTyping()
      if (desk.random() > 0.1) return null
      const starting = desk.app.start().catch(() => undefined)
      await setTimeout(200 + desk.random() * 1_200)
      await desk.app.killHard()
      await starting
      await desk.app.killHard()
      return null
    },
  }
}

export function storeDeleted(runs: number): Phase {
  return {
    name: 'store deleted',
    runs,
    async run(desk) {
      await desk.isKilledOnceSaved()
      deleteStore(desk.app.storeDir)
      return null
    },
  }
}

/**
 * Chromium goes on writing behind the zeros; a later start calls the whole store corrupt and empties it ("missing start of
 * fragmented record"), and only the second copy has the notes.
 */
export function storeEndingInZeros(runs: number): Phase {
  return {
    name: 'store ending in zeros',
    runs,
    async run(desk) {
      await desk.isKilledOnceSaved()
      endStoreInZeros(desk.app.storeDir, desk.random)
      return null
    },
  }
}

/** In every second run the store is deleted as well: what was saved before the cut must be there. */
export function journalCut(runs: number): Phase {
  return {
    name: 'journal cut',
    runs,
    async run(desk, run) {
      await desk.isKilledOnceSaved()
      const end = cutJournal(desk.app.dataDir, desk.random)
      if (run % 2 === 0) {
        desk.typist.journalWasHarmed()
        return null
      }
      deleteStore(desk.app.storeDir)
      return { among: (misses, stored) => misses.filter((name) => !desk.typist.missesIn(stored, end).includes(name)) }
    },
  }
}

/** In every second run the store is deleted as well: each bit that was turned over since then may cost one entry. */
export function journalFlipped(runs: number): Phase {
  let flips = 0
  return {
    name: 'journal flipped',
    runs,
    async run(desk, run) {
      await desk.isKilledOnceSaved()
      flipJournal(desk.app.dataDir, desk.random)
      flips += 1
      if (run % 2 === 0) return null
      deleteStore(desk.app.storeDir)
      const most = flips
      flips = 0
      return { among: (misses) => misses.slice(0, most) }
    },
  }
}

/** The journal is harmed, looked through and filled anew from the store; then the store is deleted. */
export function journalMended(runs: number): Phase {
  return {
    name: 'journal flipped and mended, then store deleted',
    runs,
    async run(desk) {
      await desk.isKilledOnceSaved()
      flipJournal(desk.app.dataDir, desk.random)
      await desk.opens()
      await ask(desk.app.page, 'journal.check', null)
      await desk.sitsDown()
      await desk.isKilledOnceSaved()
      deleteStore(desk.app.storeDir)
      return null
    },
  }
}

export function diskFull(runs: number, disk: SmallDisk): Phase {
  return {
    name: 'disk full',
    runs,
    async run({ app, typist, random }) {
      await typist.typesUntilSaved(app.page)
      const typing = typist.types(app.page, 2_500)
      await setTimeout(random() * 1_000)
      await disk.fill()
      await typing
      await app.killHard()
      disk.empty()
      return null
    },
  }
}

/** The key of the seal is the system's, and was there long before: what stands for it reaches the disk with the first start. */
export function powerCut(runs: number, disk: SmallDisk): Phase {
  return {
    name: 'power cut',
    runs,
    async run({ app, typist, random }, run) {
      if (run === 0) disk.settle()
      await typist.typesUntilSaved(app.page)
      const typing = typist.types(app.page, 3_000)
      await setTimeout(random() * 1_500)
      await app.standStill()
      disk.keepWhatReachedIt()
      await app.killHard()
      await typing
      disk.cutPower()
      return null
    },
  }
}
