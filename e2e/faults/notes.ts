import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserApp, browserApp } from '../app/browser-app.ts'
import { freshPlace } from '../app/fresh-place.ts'
import { freeTcpPort } from '../rig/free-port.ts'
import type { FaultOptions } from './briefs.ts'
import { seeded } from './seeded.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'
import { noteOf, storedNotes, Typist } from './typist.ts'

/** Kills on one note before it is wrapped up and the next call begins. */
const killsPerNote = 6
/** Milliseconds after the start in which main reads its whole journal. */
const journalChecked = 19_000

interface Desk {
  readonly app: BrowserApp
  readonly typist: Typist
  readonly random: () => number
  readonly dataDir: string
  readonly profileDir: string
}

interface Phase {
  readonly name: string
  readonly kills: number
  /** How a run ends; the usual one kills the window, the companion or both at a random moment of typing. */
  readonly end?: (desk: Desk) => Promise<void>
  /** What happens between two runs. */
  readonly between?: (desk: Desk) => void
}

/**
 * Types notes into the real window of the browser shell, kills what runs at random moments, and looks after each start whether
 * all is there that the screen had called saved.
 */
export async function notes({ kills, seed }: FaultOptions): Promise<boolean> {
  const random = seeded(seed)
  const some = Math.max(1, Math.round(kills / 20))
  const lost =
    (await onPlainDisk(random, [
      { name: 'killed', kills },
      { name: 'store deleted', kills: some, between: deleteStore },
      { name: 'journal cut', kills: some, between: cutJournal },
      { name: 'journal flipped', kills: some, between: flipJournal },
    ])) +
    (await onPlainDisk(random, [
      { name: 'journal flipped and mended, then store deleted', kills: 2, between: flipJournal, end: isMendedThenLosesStore },
    ])) +
    (await onSmallDisk(random, 'disk full', some, (disk) => ({
      end: (desk) => fillsUp(desk, disk),
      between: () => disk.empty(),
    }))) +
    (await onSmallDisk(random, 'power cut', some, (disk) => ({
      end: (desk) => standsStill(desk, disk),
      between: () => disk.cutPower(),
    })))
  console.log(`lost ${lost}`)
  return lost === 0
}

async function onPlainDisk(random: () => number, phases: readonly Phase[]): Promise<number> {
  const place = await freshPlace()
  const desk: Desk = { ...place, app: browserApp(place), typist: new Typist(random), random }
  const lost = await runs(desk, phases)
  if (lost === 0) await place.leave()
  else console.log(`The files are kept beside ${place.dataDir}`)
  return lost
}

async function onSmallDisk(
  random: () => number,
  name: string,
  kills: number,
  faultOf: (disk: SmallDisk) => Pick<Phase, 'end' | 'between'>,
): Promise<number> {
  const place = mkdtempSync(join(tmpdir(), 'steadyline-disk-'))
  const disk = smallDisk(place, 450)
  if (disk === null) {
    console.log(`${name}: not run, this machine does not let us mount a small disk`)
    return 0
  }
  const on = { dataDir: join(disk.path, 'data'), profileDir: join(disk.path, 'profile'), port: await freeTcpPort() }
  const lost = await runs({ ...on, app: browserApp(on), typist: new Typist(random), random }, [{ name, kills, ...faultOf(disk) }])
  disk.leave()
  if (lost === 0) rmSync(place, { recursive: true, force: true })
  return lost
}

async function runs(desk: Desk, phases: readonly Phase[]): Promise<number> {
  let lost = 0
  let notesOnDesk = 0
  for (const { name, kills, end = isKilled, between } of phases) {
    const before = desk.typist.acknowledged
    const since = performance.now()
    let lostHere = 0
    for (let kill = 0; kill <= kills; kill += 1) {
      await desk.app.start()
      const { page } = desk.app
      if (kill > 0 && kill < kills && end === isKilled && desk.random() < 0.1) await setTimeout(desk.random() * 400)
      else {
        const isCallThere = await deskIsOpen(desk)
        const misses = desk.typist.missesIn(await storedNotes(page))
        for (const miss of misses) console.log(`${name}: ${miss.trim()} is not there as it was saved, after kill ${kill}`)
        lostHere += misses.length
        for (const miss of misses) desk.typist.saved.delete(miss)
        await desk.typist.sitsDown(page)
        if (isCallThere) await desk.typist.goesOn(page)
        if (isCallThere && notesOnDesk >= killsPerNote) {
          await desk.typist.wrapsUp(page)
          notesOnDesk = 0
        }
        if (!isCallThere || notesOnDesk === 0) await desk.typist.beginsCall(page)
        notesOnDesk += 1
        if (kill < kills) await end(desk)
      }
      await desk.app.killHard()
      if (kill < kills) between?.(desk)
    }
    const acknowledged = desk.typist.acknowledged - before
    const seconds = Math.round((performance.now() - since) / 1000)
    console.log(`${name}: kills ${kills}, acknowledged ${acknowledged}, lost ${lostHere}, ${seconds} s`)
    lost += lostHere
  }
  return lost
}

/** Resolves once the desk shows what it has; whether a call is on it. */
async function deskIsOpen({ app: { page } }: Desk): Promise<boolean> {
  const home = page.getByRole('heading', { name: /^(Steady, whoever calls|Ready for the next call)$/ })
  await noteOf(page).or(home).first().waitFor({ timeout: 20_000 })
  return noteOf(page).isVisible()
}

async function isKilled({ app, typist, random }: Desk): Promise<void> {
  const typing = typist.types(app.page, 4_000)
  await setTimeout(150 + random() * 1_100)
  const which = random()
  if (which < 0.3) await app.killCompanion()
  else if (which < 0.6) await app.killWindow()
  if (which < 0.3) await setTimeout(random() * 700)
  await app.killHard()
  await typing
}

async function isMendedThenLosesStore(desk: Desk): Promise<void> {
  await desk.typist.types(desk.app.page, journalChecked)
  await setTimeout(2_000)
  await desk.app.killHard()
  deleteStore(desk)
  await desk.app.start()
  await deskIsOpen(desk)
  const misses = desk.typist.missesIn(await storedNotes(desk.app.page))
  if (misses.length > 0) throw new Error(`The journal was not mended: ${misses.join(', ')}`)
}

async function fillsUp({ app, typist, random }: Desk, disk: SmallDisk): Promise<void> {
  const typing = typist.types(app.page, 3_500)
  await setTimeout(300 + random() * 1_000)
  await disk.fill()
  await typing
}

async function standsStill({ app, typist, random }: Desk, disk: SmallDisk): Promise<void> {
  const typing = typist.types(app.page, 4_000)
  await setTimeout(300 + random() * 1_600)
  await app.standStill()
  disk.keepWhatReachedIt()
  await app.killHard()
  await typing
}

function deleteStore({ profileDir }: Desk): void {
  rmSync(join(profileDir, 'Default', 'IndexedDB'), { recursive: true, force: true })
}

function cutJournal({ dataDir, random }: Desk): void {
  const newest = segmentsOf(dataDir).at(-1)
  if (newest !== undefined) truncateSync(newest, Math.floor(random() * statSync(newest).size))
}

function flipJournal({ dataDir, random }: Desk): void {
  const segments = segmentsOf(dataDir)
  const segment = segments[Math.floor(random() * segments.length)]
  if (segment === undefined) return
  const bytes = readFileSync(segment)
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  writeFileSync(segment, bytes)
}

function segmentsOf(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'journal')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journal'))
    .sort()
    .map((name) => join(folder, name))
}
