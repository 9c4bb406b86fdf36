import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App, AppPlace } from '../app/app.ts'
import { browserApp } from '../app/browser-app.ts'
import { desktopApp } from '../app/desktop-app.ts'
import { freshPlace } from '../app/fresh-place.ts'
import { freeTcpPort } from '../rig/free-port.ts'
import type { FaultOptions } from './briefs.ts'
import { NoteDesk } from './note-desk.ts'
import {
  diskFull,
  journalCut,
  journalFlipped,
  journalMended,
  killed,
  type Phase,
  powerCut,
  storeDeleted,
  storeEndingInZeros,
} from './note-phases.ts'
import { seeded } from './seeded.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'

interface Count {
  readonly acknowledged: number
  readonly lost: number
}

/** Mebibytes: a window with its profile, and room enough to be opened. */
const smallDiskSize = 450

/**
 * Types notes into the real window, kills what runs at random moments, harms what it left, and looks after each start whether
 * all is there that the screen had called saved.
 */
export async function notes({ kills, seed, shells }: FaultOptions): Promise<boolean> {
  process.on('unhandledRejection', heedAllButAbandonedLaunches)
  const share = (part: number) => Math.max(1, Math.round(kills / part))
  const counts: Count[] = []
  for (const shell of shells) {
    const random = seeded(seed)
    const plain = [
      killed(kills),
      storeDeleted(share(20)),
      storeEndingInZeros(share(20)),
      journalCut(share(20)),
      journalFlipped(share(20)),
      journalMended(share(40)),
    ]
    counts.push(await onPlainDisk(shell, random, plain))
    counts.push(await onSmallDisk(shell, random, (disk) => diskFull(share(40), disk)))
    counts.push(await onSmallDisk(shell, random, (disk) => powerCut(share(40), disk)))
  }
  const { acknowledged, lost } = summed(counts)
  console.log(`acknowledged ${acknowledged}, lost ${lost}`)
  return lost === 0
}

/** Playwright waits for several signs of a start at once, and nobody heeds the others when an app is killed in between. */
function heedAllButAbandonedLaunches(error: unknown): void {
  if (!(error instanceof Error && error.message === 'Process failed to launch!')) throw error
}

async function onPlainDisk(shell: App['shell'], random: () => number, phases: readonly Phase[]): Promise<Count> {
  const place = await freshPlace()
  const count = await runs(deskIn(shell, place, random), phases)
  if (count.lost === 0) await place.leave()
  else console.log(`The files are kept beside ${place.dataDir}`)
  return count
}

async function onSmallDisk(shell: App['shell'], random: () => number, phaseOn: (disk: SmallDisk) => Phase): Promise<Count> {
  const place = mkdtempSync(join(tmpdir(), 'steadyline-disk-'))
  const disk = smallDisk(place, smallDiskSize)
  if (disk === null) {
    rmSync(place, { recursive: true, force: true })
    console.log(`${shell}, a small disk: not run, this machine does not let us mount one`)
    return { acknowledged: 0, lost: 0 }
  }
  const on = { dataDir: join(disk.path, 'data'), profileDir: join(disk.path, 'profile'), port: await freeTcpPort() }
  try {
    return await runs(deskIn(shell, on, random), [phaseOn(disk)])
  } finally {
    disk.leave()
    rmSync(place, { recursive: true, force: true })
  }
}

function deskIn(shell: App['shell'], place: AppPlace, random: () => number): NoteDesk {
  return new NoteDesk(shell === 'desktop' ? desktopApp(place) : browserApp(place), random)
}

async function runs(desk: NoteDesk, phases: readonly Phase[]): Promise<Count> {
  const counts: Count[] = []
  try {
    for (const phase of phases) counts.push(await runsOf(desk, phase))
  } finally {
    await desk.app.killHard()
  }
  return summed(counts)
}

async function runsOf(desk: NoteDesk, { name, runs: count, run }: Phase): Promise<Count> {
  const { app, typist } = desk
  const since = performance.now()
  const before = typist.acknowledged
  let lost = 0
  let cut = 0
  let returned = 0
  await desk.opens()
  for (let number = 0; number < count; number += 1) {
    await desk.sitsDown()
    const allowed = await run(desk, number)
    const stored = await desk.opens()
    if (await desk.isToldOfReturn()) returned += 1
    const misses = typist.missesIn(stored)
    const isTold = misses.length > 0 && (await desk.isToldOfDamage())
    const mayMiss = isTold && allowed !== null ? allowed.among(misses, stored) : []
    const missed = misses.filter((miss) => !mayMiss.includes(miss))
    for (const miss of missed) console.log(`${name}: ${miss.trim()} is not there as it was saved, after run ${number + 1}`)
    lost += missed.length
    cut += mayMiss.length
    typist.believesOnly(stored)
  }
  await app.killHard()
  const acknowledged = typist.acknowledged - before
  const told = cut > 0 ? `, ${cut} harmed in both copies and told` : ''
  const back = `stores brought back ${returned}`
  const seconds = Math.round((performance.now() - since) / 1000)
  console.log(`${app.shell}, ${name}: kills ${count}, acknowledged ${acknowledged}, lost ${lost}${told}, ${back}, ${seconds} s`)
  return { acknowledged, lost }
}

function summed(counts: readonly Count[]): Count {
  return {
    acknowledged: counts.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    lost: counts.reduce((sum, { lost }) => sum + lost, 0),
  }
}
